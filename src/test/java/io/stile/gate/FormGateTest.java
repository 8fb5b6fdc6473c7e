package io.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stile.engine.camunda.FeelForTests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gate says of forms: the shipped ones pass as they are, and everything that is wrong with another is said at once. */
class FormGateTest {

  private static final FormGate GATE = new FormGate(FeelForTests.feel(), new ReservedNames(Set.of("promiseDue")), words());

  static Vocabulary words() {
    return new Vocabulary(new Vocabulary.Words(Map.of(), Set.of(), Set.of(), Set.of(), Set.of("contracts", "colleagues", "departments", "employees", "doers"),
        Set.of(), Set.of(), Set.of()));
  }

  static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("forms"))) {
      return files.filter(file -> file.toString().endsWith(".form")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aShippedFormPassesAndStaysAsItIs(Path file) throws IOException {
    Verdict verdict = GATE.check(Files.readAllBytes(file));
    assertThat(verdict.findings()).isEmpty();
    assertThat(new String(verdict.checked(), StandardCharsets.UTF_8)).isEqualTo(Files.readString(file));
  }

  /** What the gate finds in a form with these components, as element, place and rule. */
  private static List<String> found(String components) {
    Verdict verdict = check("{'id':'test.form','type':'default','components':[" + components + "]}");
    assertThat(verdict.accepted()).isEqualTo(verdict.checked() != null);
    return verdict.findings().stream().map(finding -> finding.element() + "|" + finding.place() + "|" + finding.rule()).toList();
  }

  private static Verdict check(String json) {
    return GATE.check(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    assertThat(found("""
        {'type':'html','content':'x'},
        {'type':'textfield','key':'execution','label':'=now()','properties':{'a':'b'},'validate':{'pattern':'(a+)+$','minimum':1}},
        {'type':'select','key':'kind','label':'Kind','values':[{'label':'A','value':'a'},{'label':'B','value':'a'}]},
        {'type':'group','label':'<script>alert(1)</script>','components':[{'type':'text','text':'[go](javascript:alert)'}]},
        {'type':'number','key':'kind','label':'Twice','conditional':{'hide':'=for x in 1..25000000 return x'}}"""))
        .containsExactly(
            "test.form, component 1|type|form-component",
            "execution|key|form-key", "execution|label|form-text", "execution|properties|form-property",
            "execution|validate.pattern|form-pattern", "execution|validate.minimum|form-property",
            "kind||form-schema",
            "test.form, component 4|label|form-text", "test.form, component 4, component 1|text|form-text",
            "kind|conditional.hide|form-expression", "kind|key|form-unique");
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "iframe", "image", "filepicker", "documentPreview", "expression", "dynamiclist", "table", "Textfield", "script", ""})
  void refusesComponentsWhoseContentNobodyChecks(String type) {
    assertThat(found("{'type':'" + type + "','id':'It'}")).containsExactly("It|type|form-component");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a](javascript:alert(1))", "[a]( javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](java&#115;cript:alert(1))",
      "[a](data:text/html,x)", "[a](http://example.com)", "[a](//example.com)", "[a](/queues)", "[a](mailto:a@example.com)", "![a](https://example.com/a.png)",
      "[a]: javascript:alert(1)\\n[a]", "<javascript:alert(1)>", "<b onclick=alert(1)>x</b>", "<!-- x -->", "http://example.com", "www.example.com",
      "vbscript:msgbox", "&lt;script&gt;", "=today()", "{{secret}}", "a\\u202eb", "a\\u200bb", "a\\u0000b", "a\\ud800b", "a\\ue000b"})
  void refusesTextsThatAreMoreThanText(String text) {
    assertThat(found("{'type':'text','id':'It','text':'" + text + "'}")).containsExactly("It|text|form-text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Read [the guide](https://example.com/guide?a=b#c) first.", "**Important:** ask for the number.", "1 < 2, and a > b",
      "Note: data is kept. See (page 3): there.", "- one\\n- two\\n\\n# Title", "Grüße 👩‍🚀 שלום", "https://example.com/a_(b)"})
  void acceptsWordsListsAndLinksToPages(String text) {
    assertThat(found("{'type':'text','id':'It','text':'" + text + "'}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"task", "execution", "class", "constructor", "__proto__", "a.b", "1a", "promiseDue", "stepdue", "authorityCents", "null", "",
      "customerTier", "subject", "ключ", "a b", "Function"})
  void refusesKeysThatMeanSomethingElse(String key) {
    assertThat(found("{'type':'textfield','id':'It','label':'L','key':'" + key + "'}")).anyMatch(found -> found.endsWith("|key|form-key"));
  }

  @Test
  void whatThePlatformDecidesMayBeShown() {
    assertThat(found("{'type':'number','key':'authorityCents','label':'Left','readonly':true}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+$", "(a*)*b", "(a|a)*b", "(a|ab)(c|bcd)*(d*)*", "^(\\\\w+\\\\s?)*$", "^([a-zA-Z0-9])(([\\\\-.]|[_]+)?([a-zA-Z0-9]+))*$", ".*.*=x",
      "\\\\d+\\\\d+$", "a?a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaaa", "(a?){30}a{30}", "(x+x+)+y", "(.*)*", "((a{1,9}){1,9}){1,9}b", "(?=(a+)+$)", "(a|b|ab)*c",
      "^(([^<>()]+)|(\\\\S+))+@"})
  void refusesPatternsThatKeepABrowserBusy(String pattern) {
    assertThat(found("{'type':'textfield','key':'k','label':'L','validate':{'pattern':'" + pattern + "'}}"))
        .containsExactly("k|validate.pattern|form-pattern");
  }

  @ParameterizedTest
  @ValueSource(strings = {"^[0-9]{15}$", "^[A-Za-z0-9-]{6,40}$", "^[0-9]{19,20}$", "^[A-Z]+(-[A-Z]+)*$", "^[^@ ]+@[^@ ]+\\\\.[a-z]{2,}$", "^(\\\\+|00)[1-9][0-9]{6,14}$",
      "^(?=.*[0-9])(?=.*[a-z]).{8,}$", "^\\\\d{1,3}(\\\\.\\\\d{3})*(,\\\\d{2})?$", "^(yes|no)$", "^[A-Z]{2}[0-9]{2}( ?[A-Z0-9]{4}){2,7}( ?[A-Z0-9]{1,3})?$", ""})
  void acceptsPatternsThatReadATextInOneWay(String pattern) {
    assertThat(found("{'type':'textfield','key':'k','label':'L','validate':{'pattern':'" + pattern + "'}}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1..", "now()", "=function(x) x", "=matches(a, \\\"(a+)+\\\")", "=a // b", "=for x in 1..25000000 return x", "=promiseDue = null",
      "=get value({a: 1}, \\\"a\\\"", "=2 ** 999999999", "=((((((((((1))))))))))"})
  void refusesConditionsThatCannotBeReadOrCostTooMuch(String hide) {
    assertThat(found("{'type':'textfield','key':'k','label':'L','conditional':{'hide':'" + hide + "'}}"))
        .containsExactly("k|conditional.hide|form-expression");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '~', textBlock = """
      validate.min ~ {'type':'number','key':'k','label':'L','validate':{'min':1e999999999}}
      validate.min ~ {'type':'number','key':'k','label':'L','validate':{'min':123456789012345678901}}
      decimalDigits ~ {'type':'number','key':'k','label':'L','decimalDigits':'1e9'}
      defaultValue ~ {'type':'number','key':'k','label':'L','defaultValue':1e-400}
      defaultValue ~ {'type':'textfield','key':'k','label':'L','defaultValue':{'a':1}}
      layout.columns ~ {'type':'textfield','key':'k','label':'L','layout':{'row':'r','columns':1e9}}
      layout.components ~ {'type':'group','id':'k','layout':{'components':[{'type':'html'}]}}
      conditional ~ {'type':'textfield','key':'k','label':'L','conditional':'=true'}
      label ~ {'type':'textfield','key':'k','label':{'a':'b'}}
      values ~ {'type':'radio','key':'k','label':'L','values':[{'label':'=x','value':'a'}]}
      values ~ {'type':'radio','key':'k','label':'L','values':[{'label':'x','value':{'a':1}}]}
      path ~ {'type':'group','id':'k','path':'nested','components':[]}
      appearance.prefixAdorner ~ {'type':'textfield','key':'k','label':'L','appearance':{'prefixAdorner':'{{x}}'}}
      readonly ~ {'type':'textfield','key':'k','label':'L','readonly':'yes'}
      '' ~ {'type':'radio','key':'k','label':'L'}
      '' ~ {'type':'textfield','key':'k','label':'L','validate':{'pattern':'(?<!'}}
      '' ~ {'type':'datetime','key':'k','label':'L','defaultValue':'tomorrow'}""", quoteCharacter = '`')
  void namesThePlaceOfWhatIsWrong(String place, String component) {
    assertThat(found(component).stream().map(found -> found.split("\\|", -1)[1]).collect(Collectors.toSet())).containsExactly(place.replace("'", ""));
  }

  @Test
  void advisesWhatLeavesPeopleBeforeAFieldThatTheyCannotFillIn() {
    Verdict verdict = check("{'id':'test.form','type':'default','components':[{'type':'select','key':'kind','valuesKey':'nobodys'}]}");
    assertThat(verdict.accepted()).isTrue();
    assertThat(verdict.findings()).extracting(Finding::rule, Finding::severity).containsExactlyInAnyOrder(
        tuple("form-label", Severity.MODELLING), tuple("form-options", Severity.MODELLING));
  }

  @Test
  void refusesWhatIsNoFormAtAll() {
    assertThat(Stream.of("", "{", "[]", "null", "{}", "{'id':'x'}{'id':'y'}", "{'id':'a.b','id':'a.c','type':'default','components':[]}",
        "{'id':'../x','type':'default','components':[]}", "{'id':'a.b','type':'dynamic','components':[]}", "{'id':'a.b','type':'default','components':{}}",
        "[".repeat(100_000), "{'a':".repeat(100_000), "{'id':'a.b','type':'default','components':[],'x':" + "9".repeat(100_000) + "}",
        "{'id':'a.b','type':'default','components':[" + "{'type':'text','text':'a'},".repeat(600) + "{'type':'text'}]}",
        "{'id':'a.b','type':'default','components':[" + "{'type':'group','components':[".repeat(30) + "]}".repeat(30) + "]}"))
        .allSatisfy(json -> {
          Verdict verdict = check(json);
          assertThat(verdict.accepted()).isFalse();
          assertThat(verdict.findings()).isNotEmpty().hasSizeLessThan(210).allMatch(finding -> finding.message().length() < 700);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "IBM037"})
  void readsUtf8Only(String encoding) {
    assertThat(GATE.check("{\"id\":\"a.b\",\"type\":\"default\",\"components\":[]}".getBytes(java.nio.charset.Charset.forName(encoding))).accepted())
        .isFalse();
  }
}
