package io.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** The server says of each example of the front end's lint plug-in what the plug-in says: same element, same place, same words. */
class ModellingRulesTest {

  private static final Path PLUGIN = Path.of("src/main/frontend/lint-plugin");
  private static final Path EXAMPLES = PLUGIN.resolve("examples");

  @TestFactory
  Stream<DynamicTest> saysTheSameAsThePlugIn() {
    JsonNode expected = json(EXAMPLES.resolve("expected.json"));
    return Arrays.stream(ModellingRule.values()).flatMap(rule -> files(EXAMPLES.resolve(rule.key())).map(file -> {
      String name = file.getFileName().toString();
      return DynamicTest.dynamicTest(rule.key() + ": " + name,
          () -> assertThat(found(rule, file)).isEqualTo(advice(expected.path(rule.key()).path(name))));
    }));
  }

  @Test
  void hasTheRulesOfThePlugIn() {
    List<String> keys = Arrays.stream(ModellingRule.values()).map(ModellingRule::key).sorted().toList();
    assertThat(files(PLUGIN.resolve("rules")).map(file -> file.getFileName().toString().replace(".js", "")).toList()).isEqualTo(keys);
    assertThat(files(EXAMPLES).filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).toList()).isEqualTo(keys);
  }

  @Test
  void areExplainedEach() throws IOException {
    String page = Files.readString(Path.of("docs/modelling-rules.md"));
    assertThat(Pattern.compile("^### (.*)$", Pattern.MULTILINE).matcher(page).results().map(heading -> heading.group(1)))
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(ModellingRule.values()).map(ModellingRule::key).toList());
  }

  @Test
  void areSilentWhereSomethingWasFoundAlready() {
    Document document = SafeXml.read(bytes(EXAMPLES.resolve("process-can-run/wrong.bpmn"))).document();
    Finding already = new Finding("sim-swap", "isExecutable", "another", Severity.SAFETY, "It says so already.");
    assertThat(ModellingRules.findings(document, List.of(already))).filteredOn(finding -> finding.rule().equals("process-can-run"))
        .extracting(Finding::place).containsExactly("historyTimeToLive", "name");
  }

  @ParameterizedTest
  @MethodSource
  void findNothingInShippedModels(Path model) {
    assertThat(ModellingRules.findings(SafeXml.read(bytes(model)).document())).isEmpty();
  }

  static Stream<Path> findNothingInShippedModels() {
    return files(Path.of("bpmn")).filter(file -> file.toString().endsWith(".bpmn"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<process/>", "<process><userTask/><sequenceFlow/><boundaryEvent attachedToRef='nobody'/></process>",
      "<process id='a_1234567'><startEvent id='a_1234567'/><startEvent id='a_1234567'/><sequenceFlow sourceRef='x' targetRef='y'/></process>",
      "<process id='p'><exclusiveGateway id='g' default='g'/><sequenceFlow id='f' sourceRef='g' targetRef='g'/>"
          + "<sequenceFlow id='f' sourceRef='g'/><callActivity id='c' calledElement='escalation'/></process>"
          + "<di:BPMNEdge xmlns:di='http://www.omg.org/spec/BPMN/20100524/DI' bpmnElement='f'><w:waypoint "
          + "xmlns:w='http://www.omg.org/spec/DD/20100524/DI' x='far' y=''/><w:waypoint xmlns:w='http://www.omg.org/spec/DD/20100524/DI'/></di:BPMNEdge>",
      "<process id='p'><subProcess id='s' triggeredByEvent='true'><startEvent><messageEventDefinition/></startEvent></subProcess></process>"})
  void judgeWhateverIsWellFormed(String content) {
    assertThatCode(() -> judge(content)).doesNotThrowAnyException();
  }

  @Test
  void answerAtOnceForThousandsOfElements() {
    StringBuilder content = new StringBuilder("<process id='p'><startEvent id='StartEvent_0'/>");
    IntStream.range(0, 2_500).forEach(i -> content.append("<userTask id='n" + i + "' name='Do this'/><sequenceFlow id='f" + i
        + "' sourceRef='n" + i + "' targetRef='n" + (i * 7) % 2_500 + "'/>"));
    assertThat(took(content.append("</process>").toString())).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void giveUpOnADrawingInWhichEverythingLiesOnOneSpot() {
    StringBuilder content = new StringBuilder("<process id='p'>");
    StringBuilder drawn = new StringBuilder();
    IntStream.range(0, 2_500).forEach(i -> {
      content.append("<sequenceFlow id='f" + i + "' sourceRef='a" + i + "' targetRef='b" + i + "'/>");
      drawn.append("<di:BPMNEdge xmlns:di='http://www.omg.org/spec/BPMN/20100524/DI' xmlns:w='http://www.omg.org/spec/DD/20100524/DI' bpmnElement='f"
          + i + "'><w:waypoint x='0' y='" + i + "'/><w:waypoint x='1000' y='" + (2_500 - i) + "'/></di:BPMNEdge>");
    });
    String text = content.append("</process>").append(drawn).toString();
    assertThat(took(text)).isLessThan(Duration.ofSeconds(1));
    assertThat(judge(text)).filteredOn(finding -> finding.rule().equals("flows-do-not-cross")).singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("Spread it out"));
  }

  private static Duration took(String content) {
    Document document = document(content);
    // Of the processor: what else the machine does must not count.
    long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    ModellingRules.findings(document);
    return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun);
  }

  private static List<Finding> judge(String content) {
    return ModellingRules.findings(document(content));
  }

  private static Document document(String content) {
    return ModelFile.document("odd", "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>" + content + "</definitions>");
  }

  private static List<Advice> found(ModellingRule rule, Path file) {
    List<Finding> all = ModellingRules.findings(SafeXml.read(bytes(file)).document());
    return all.stream().filter(finding -> finding.rule().equals(rule.key()))
        .map(finding -> new Advice(finding.element(), finding.place(), finding.message()))
        .sorted(Comparator.comparing(Advice::element).thenComparing(Advice::place).thenComparing(Advice::message)).toList();
  }

  private static List<Advice> advice(JsonNode expected) {
    return StreamSupport.stream(expected.spliterator(), false)
        .map(one -> new Advice(one.path("element").asText(), one.path("place").asText(), one.path("message").asText())).toList();
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(Path file) {
    try {
      return JsonMapper.builder().build().readTree(new String(bytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
