package io.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.engine.DecisionTrial;
import io.stile.engine.camunda.DecisionTrialForTests;
import io.stile.engine.camunda.FeelForTests;
import io.stile.engine.camunda.HostileDecisions;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gate says of decision tables: the shipped ones pass, and everything that is wrong with another is said at once. */
class DecisionGateTest {

  private static final DecisionGate GATE = new DecisionGate(FeelForTests.feel(), new ReservedNames(Set.of("promiseDue")), DecisionTrialForTests.trial());

  static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
      return files.filter(file -> file.toString().endsWith(".dmn")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aShippedTablePassesAndIsWrittenTheSameEachTime(Path file) throws IOException {
    Verdict verdict = GATE.check(Files.readAllBytes(file));
    assertThat(verdict.findings()).isEmpty();
    assertThat(GATE.check(verdict.checked()).checked()).isEqualTo(verdict.checked());
  }

  private static String shippedText() throws IOException {
    return Files.readString(Path.of("bpmn/billing-dispute-approval.dmn"));
  }

  private static List<String> found(String xml) {
    Verdict verdict = GATE.check(xml.getBytes(StandardCharsets.UTF_8));
    assertThat(verdict.accepted()).isEqualTo(verdict.checked() != null);
    return verdict.findings().stream().map(finding -> finding.element() + "|" + finding.place() + "|" + finding.rule()).toList();
  }

  @Test
  void aSmallTableThatHarmsNobodyPasses() {
    assertThat(found(HostileDecisions.table("<text>\"b\"</text>", "expressionLanguage='feel'"))).isEmpty();
  }

  @Test
  void refusesEveryOtherLanguageThanFeelWhereverItIsNamed() {
    assertThat(HostileDecisions.all()).hasSizeGreaterThan(40).allSatisfy((name, table) -> assertThat(found(table)).as(name).isNotEmpty()
        .anyMatch(found -> found.endsWith("dmn-feel-only") || found.endsWith("dmn-feel") || found.endsWith("dmn-element")));
  }

  /** The engine refuses to publish a table with one that has none. */
  @ParameterizedTest
  @ValueSource(strings = {"input", "output", "rule"})
  void refusesColumnsAndRulesWithoutAnId(String part) throws IOException {
    String without = shippedText().replaceFirst("<" + part + " id=\"[^\"]+\"", "<" + part);

    assertThat(without).isNotEqualTo(shippedText());
    assertThat(found(without)).containsExactly("DecisionTable_BillingDisputeApproval|id|dmn-attribute");
  }

  @Test
  void saysWhatTheEngineItselfWouldRefuse() throws IOException {
    DecisionTrial stubborn = new Stubborn();

    Verdict verdict = new DecisionGate(FeelForTests.feel(), new ReservedNames(Set.of()), stubborn).check(shippedText().getBytes(StandardCharsets.UTF_8));

    assertThat(verdict.checked()).isNull();
    assertThat(verdict.findings()).singleElement().satisfies(finding -> {
      assertThat(finding.rule()).isEqualTo("engine-can-run");
      assertThat(finding.message()).isEqualTo("The engine cannot run this: I do not like it");
    });
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() throws IOException {
    String broken = shippedText().replace("hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\" aggregation=\"SUM\"")
        .replaceFirst("&gt; amountCents", "&gt; amount").replaceFirst("&lt;= 5000", "&lt;= (5000")
        .replaceFirst("<text>\"needed\"</text>", "<text>needed</text>").replaceFirst("<text>\"not-needed\"</text>", "<text>5</text>")
        .replace("#InputData_CreditCents", "#Nowhere").replace("typeRef=\"string\"", "typeRef=\"java.lang.Object\"");
    assertThat(found(broken)).containsExactlyInAnyOrder(
        "DecisionTable_BillingDisputeApproval|hitPolicy|dmn-hit-policy", "DecisionTable_BillingDisputeApproval|aggregation|dmn-attribute",
        "Output_Approval|typeRef|dmn-attribute", "billing-dispute-approval|rule 1, input 1|dmn-name",
        "billing-dispute-approval|rule 1, output 1|dmn-name", "billing-dispute-approval|rule 2, input 1|dmn-feel",
        "InformationRequirement_CreditCents|href|dmn-reference");
  }

  @ParameterizedTest
  @ValueSource(strings = {"for x in 1..25000000 return x", "matches(\"aaaa\", \"(a+)+$\")", "replace(\"a\", \"a\", \"b\")", "split(\"a\", \"a\")",
      "function(x) x + 1", "{f: function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}, r: f(1)}.r",
      "{f: function(x) f(x)}.f(1)", "2 ** 999999", "((((((((((1))))))))))", "flatten([1..3000000])", "${''.getClass()}", "''.getClass()", "string join([\"a\"])",
      "some x in 1..99999999 satisfies x = 0", "\"a\" // \"b\"", "\"\u202Ea\"", "", "promiseDue", "amuontCents", "@\"2024-01-01\" + ",
      "[1,2,3,4,5,6,7,8,9][for a in [1,2,3,4,5,6,7,8,9] return a][for a in [1,2,3,4,5,6,7,8,9] return a][for b in [1,2,3] return b] = null"})
  void refusesCellsThatCannotBeReadOrCostTooMuch(String cell) {
    String text = cell.replace("&", "&amp;").replace("<", "&lt;");
    assertThat(found(HostileDecisions.table("<text>" + text + "</text>", ""))).allMatch(found -> found.startsWith("hostile-decision|rule 1, output 1|"))
        .isNotEmpty();
    if (!cell.isEmpty()) {
      assertThat(found(HostileDecisions.table("<text>\"b\"</text>", "").replace("<inputEntry id='re'><text>", "<inputEntry id='re'><text>" + text)))
          .isNotEmpty();
      assertThat(found(HostileDecisions.table("<text>\"b\"</text>", "").replace("<text>\"a\"</text>", "<text>" + text + "</text>")))
          .satisfies(found -> assertThat(cell.equals("amuontCents") || !found.isEmpty()).isTrue());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
      dmn-one-decision ~ </decision> ~ </decision><decision id='other' name='o'/>
      dmn-element ~ </decision> ~ </decision><businessKnowledgeModel id='b' name='b'/>
      dmn-element ~ <decision ~ <import namespace='urn:x' importType='urn:y' locationURI='http://example.com/'/><decision
      dmn-element ~ <decision ~ <itemDefinition name='x'/><decision
      dmn-element ~ <decisionTable id='dt'> ~ <decisionTable id='dt'><x:script xmlns:x='urn:x'>1</x:script>
      dmn-attribute ~ id='d' ~ id='d' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='http://example.com/x.xsd x.xsd'
      dmn-attribute ~ <decisionTable id='dt'> ~ <decisionTable id='dt' xmlns:a='http://activiti.org/bpmn' a:class='x'>
      dmn-attribute ~ <output id='o' ~ <output id='o' x:y='1' xmlns:x='urn:x'
      dmn-id ~ <rule id='r'> ~ <rule id='dt'>
      dmn-id ~ hostile-decision ~ Hostile Decision
      dmn-attribute ~ camunda:historyTimeToLive='P1D' ~
      dmn-attribute ~ P1D ~ P99999999D
      dmn-attribute ~ name='h' ~
      dmn-text ~ name='h' ~ name='h&#x202E;'
      dmn-rule ~ <inputEntry id='re'><text></text></inputEntry> ~
      dmn-element ~ <rule id='r'> ~ <rule id='r'>words
      dmn-element ~ <text>"b"</text> ~ <text>"b"</text><text>"c"</text>
      dmn-element ~ <text>"b"</text> ~ <text>"b"<x xmlns='urn:x'/></text>
      dmn-output ~ name='o' typeRef ~ name='${o}' typeRef
      dmn-type ~ "b" ~ 5
      dmn-hit-policy ~ id='dt' ~ id='dt' hitPolicy='COLLECT'
      dmn-file ~ 20191111/MODEL ~ 20151101/dmn.xsd
      xml-no-doctype ~ <definitions ~ <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><definitions
      xml-no-instructions ~ <definitions ~ <?php x?><definitions
      xml-encoding ~ encoding="UTF-8" ~ encoding="UTF-16\"""")
  void namesTheRuleThatAFileBreaks(String rule, String what, String by) {
    String table = HostileDecisions.table("<text>\"b\"</text>", "");
    assertThat(table).contains(what);
    assertThat(found(table.replaceFirst(java.util.regex.Pattern.quote(what), java.util.regex.Matcher.quoteReplacement(by == null ? "" : by))))
        .anyMatch(found -> found.endsWith("|" + rule));
  }

  @Test
  void refusesWhatIsNoTableAtAll() {
    String table = HostileDecisions.table("<text>\"b\"</text>", "");
    String rule = "<rule><inputEntry><text>&lt; 1</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>";
    assertThat(Stream.of("", "x", "<a/>", "<definitions/>", table.substring(0, 300), table + table, "<a>".repeat(100_000), "<a " + "b='c' ".repeat(1) + ">",
        table.replace("<rule id='r'>", rule.repeat(3_000) + "<rule id='r'>"), table.replace("\"b\"", "\"" + "b".repeat(600) + "\"")))
        .allSatisfy(xml -> assertThat(found(xml)).isNotEmpty().hasSizeLessThan(210));
    assertThat(GATE.check(table.replace(" encoding=\"UTF-8\"", "").getBytes(Charset.forName("UTF-16"))).accepted()).isFalse();
  }

  /** An engine that runs nothing. */
  private static final class Stubborn implements DecisionTrial {

    @Override
    public Optional<String> flaw(byte[] table) {
      return Optional.of("I do not like it");
    }

    @Override
    public Outcome evaluate(byte[] table, String decision, Map<String, ?> names) {
      throw new UnsupportedOperationException();
    }
  }
}
