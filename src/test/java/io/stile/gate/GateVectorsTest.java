package io.stile.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stile.engine.camunda.HostileCourses;
import io.stile.engine.camunda.HostileFiles;
import io.stile.engine.camunda.HostileModels;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in that is known is shut at the gate. What happens to what got in behind it, EngineSafetyTest and EngineBoundsTest say. */
class GateVectorsTest {

  private static final Gate GATE = GateForTests.gate();
  private static final Set<String> CODE = Set.of("only-what-cannot-run-code", "expression-grammar", "expressions-stand-where-they-may", "timers");

  private static Set<String> rules(String model) {
    Set<String> rules = new HashSet<>();
    GATE.check(Kind.BPMN, model.getBytes(UTF_8)).findings().stream().filter(finding -> finding.severity() == Severity.SAFETY).map(Finding::rule).forEach(rules::add);
    return rules;
  }

  private static void assertAllRefused(Map<String, String> models, Set<String> because) {
    assertThat(models).isNotEmpty().allSatisfy((name, model) -> assertThat(rules(model)).as(name).containsAnyElementsOf(because));
  }

  @Test
  void theModelThatAllOthersAreMadeOfIsAccepted() {
    assertThat(GATE.check(Kind.BPMN, HostileFiles.benign().getBytes(UTF_8)).accepted()).isTrue();
    assertThat(rules(HostileFiles.benign())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {HostileModels.CALL, "${''.class.name}", "${''['class']}", "${sing(1)}", "#{bean.password}", "${execution}",
      "To do: ${amount} and ${bean.password} now", "${dataSource", "${a}\\${b.c}", "${'\\u0027'.class}"})
  void noExpressionReachesForMoreThanNamesInAnyPlace(String expression) {
    String written = expression.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
    HostileModels.places().forEach((place, model) ->
        assertThat(rules(model.replace("@", written))).as(place).containsAnyElementsOf(CODE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"&#36;&#x7b;bean.password}", "<![CDATA[${bean.password}]]>", "$<!-- x -->{bean.password}", "<![CDATA[$]]>{bean.password}",
      "$<?x y?>{bean.password}", "${<!-- x -->bean<!-- x -->.<!-- x -->password}"})
  void anExpressionIsSeenHoweverTheFileWritesIt(String written) {
    assertThat(rules(HostileModels.places().get("documentation").replace("@", written))).contains("expression-grammar");
    assertThat(rules(HostileModels.places().get("condition").replace("@", written))).contains("expression-grammar");
  }

  @Test
  void neitherScriptsNorClassesNorDelegates() {
    assertAllRefused(HostileModels.code(), CODE);
  }

  @Test
  void noTimerThatNeverEndsOrFloods() {
    assertAllRefused(HostileModels.timers(), Set.of("timers", "only-what-cannot-run-code"));
  }

  @Test
  void noWayRoundThatNeverWaits() {
    assertAllRefused(HostileCourses.loops(), Set.of("loops-wait", "call-is-a-protocol"));
  }

  @Test
  void nothingThatIsDoneTooOften() {
    assertAllRefused(HostileCourses.repetitions(), Set.of("quotas"));
  }

  @Test
  void nothingBeginsByItself() {
    assertAllRefused(HostileFiles.selfStarters(), Set.of("starts-when-opened"));
  }

  @Test
  void nobodyTakesWhatBelongsToOthers() {
    assertAllRefused(HostileFiles.thefts(), Set.of("own-names", "call-is-a-protocol", "decision-is-bound", "step-is-somebodys", "step-has-its-form",
        "service-task-names-an-action", "properties-are-known"));
  }

  @Test
  void noFileIsReadInTwoWays() {
    assertThat(HostileFiles.disguises()).allSatisfy((name, model) -> assertThat(rules(model)).as(name).isNotEmpty());
    for (String charset : List.of("UTF-16", "UTF-16BE", "UTF-32", "IBM037", "ISO-8859-1")) {
      byte[] written = HostileFiles.benign().replace("UTF-8", charset).replace("Ask", "Äsk").getBytes(Charset.forName(charset));
      assertThat(GATE.check(Kind.BPMN, written).accepted()).as(charset).isFalse();
    }
  }

  @Test
  void nothingIsLargerThanCanBeCarried() {
    assertThat(HostileFiles.masses()).allSatisfy((name, model) -> assertThat(rules(model)).as(name).isNotEmpty());
  }

  @Test
  void aSecondTimeRoundWaitsForAPerson() {
    String way = "<userTask id='t' camunda:candidateGroups='role-owner'/><exclusiveGateway id='g'/>"
        + "<sequenceFlow id='f1' sourceRef='t' targetRef='g'/><sequenceFlow id='f2' sourceRef='g' targetRef='t'/>";
    assertThat(rules(HostileModels.process(way))).isEmpty();
    String late = "<boundaryEvent id='b' attachedToRef='t'><timerEventDefinition id='bd'><timeDate>2020-01-01T00:00:00Z</timeDate></timerEventDefinition>"
        + "</boundaryEvent><sequenceFlow id='f3' sourceRef='b' targetRef='t'/>";
    assertThat(rules(HostileModels.process(way + late))).as("a date that has passed").containsExactly("loops-wait");
    assertThat(rules(HostileModels.process(way + late.replace("2020-01-01T00:00:00Z", "${stepDue}")))).isEmpty();
  }

  @Test
  void noWayRoundGrowsByItself() {
    String branch = "<intermediateCatchEvent id='c%1$d'><timerEventDefinition id='d%1$d'><timeDuration>PT1M</timeDuration></timerEventDefinition>"
        + "</intermediateCatchEvent><sequenceFlow id='f%1$d' sourceRef='p' targetRef='c%1$d'/><sequenceFlow id='b%1$d' sourceRef='c%1$d' targetRef='t'/>";
    String gateways = "<exclusiveGateway id='t'/><parallelGateway id='p'/><sequenceFlow id='g' sourceRef='t' targetRef='p'/>";
    assertThat(rules(HostileModels.process(gateways + branch.formatted(1)))).as("once a minute").isEmpty();
    assertThat(rules(HostileModels.process(gateways + branch.formatted(1) + branch.formatted(2)))).as("twice as many each minute").containsExactly("loops-do-not-grow");
    assertThat(rules(HostileModels.process(gateways.replace("parallel", "exclusive") + branch.formatted(1) + branch.formatted(2)))).as("one of two").isEmpty();

    String task = "<userTask id='t' camunda:candidateGroups='role-owner'/>";
    String again = "<boundaryEvent id='p%1$d' attachedToRef='t' cancelActivity='false'><timerEventDefinition id='d%1$d'><timeDate>${stepDue}</timeDate>"
        + "</timerEventDefinition></boundaryEvent><sequenceFlow id='f%1$d' sourceRef='p%1$d' targetRef='t'/>";
    assertThat(rules(HostileModels.process(task + again.formatted(1)))).isEmpty();
    assertThat(rules(HostileModels.process(task + again.formatted(1) + again.formatted(2)))).containsExactly("loops-do-not-grow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"authorityCents", "openerRole", "customerTier", "leadsAgree", "stepDue", "execution"})
  void whatThePlatformDecidesNoModelDecides(String name) {
    String written = "<userTask id='t' camunda:candidateGroups='role-owner'><extensionElements><camunda:inputOutput><camunda:outputParameter name='" + name
        + "'>manager</camunda:outputParameter></camunda:inputOutput></extensionElements></userTask>";
    assertThat(rules(HostileModels.process(written))).containsExactly("names-are-free");
  }

  @Test
  void aNameInAConditionIsKnown() {
    String model = HostileModels.process("<exclusiveGateway id='t' default='g'/><endEvent id='e'/><sequenceFlow id='g' sourceRef='t' targetRef='e'/>"
        + "<endEvent id='e2'/><sequenceFlow id='h' sourceRef='t' targetRef='e2'><conditionExpression>@</conditionExpression></sequenceFlow>");
    assertThat(rules(model.replace("@", "${customerTier == 'gold' and openBalanceCents > 5}".replace(">", "&gt;")))).isEmpty();
    assertThat(rules(model.replace("@", "${dataSource == null}"))).containsExactly("names-are-known");
    assertThat(rules(model.replace("@", "yes"))).containsExactly("expressions-stand-where-they-may");
  }

  @Test
  void theEngineHasTheLastWord() {
    Gate gate = GateForTests.gate(diagram -> List.of(new io.stile.engine.ModelTrial.Flaw("t", "cannot be run")));
    assertThat(gate.check(Kind.BPMN, HostileFiles.benign().getBytes(UTF_8)).findings())
        .contains(new Finding("t", "", "engine-can-run", Severity.SAFETY, "The engine cannot run this: cannot be run"));
  }

  @Test
  void whatAnotherToolWroteForItselfIsDroppedAndSaid() {
    String foreign = HostileFiles.benign().replace("<startEvent id='s'/>", "<!-- made elsewhere --><?tool x?><startEvent id='s' x:color='red' camunda:asyncBefore='true'"
        + " camunda:formKey='embedded:x'><extensionElements><x:any a='b'>c</x:any><camunda:executionListener class='a.B' event='start'/></extensionElements></startEvent>");
    Imported imported = GATE.importing(foreign.getBytes(UTF_8));
    assertThat(imported.findings()).extracting(Finding::severity).doesNotContain(Severity.SAFETY);
    assertThat(imported.dropped()).containsExactly("The comment “made elsewhere” in line 5", "The processing instruction “tool” in line 5",
        "The attribute “camunda:formKey=embedded:x” at s", "The attribute “x:color=red” at s", "The element “x:any” at s",
        "The element “camunda:executionListener” at s");
    assertThat(new String(imported.content(), UTF_8)).doesNotContain("tool", "elsewhere", "x:", "a.B", "activiti", "fox");
    assertThat(GATE.check(Kind.BPMN, imported.content()).accepted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"waiting", "phone-swap"})
  void aFindingIsShortHoweverLongTheIdOfTheProcessIs(String process) throws IOException {
    String named = Files.readString(Path.of("bpmn", process + ".bpmn")).replace("process id=\"" + process + "\"", "process id=\"" + "x".repeat(3_000) + "\"");

    assertThat(GATE.check(Kind.BPMN, named.getBytes(UTF_8)).findings()).isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.message()).hasSizeLessThan(600));
  }
}
