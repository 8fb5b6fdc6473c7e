package io.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.engine.camunda.DecisionTrialForTests;
import io.stile.engine.camunda.FeelForTests;
import io.stile.engine.camunda.HostileDecisions;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The largest and slowest files that could be thought of are answered within two seconds of processor time. */
class GateBoundsTest {

  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
  private static final ReservedNames RESERVED = new ReservedNames(Set.of("promiseDue"));
  private static final FormGate FORMS = new FormGate(FeelForTests.feel(), RESERVED, FormGateTest.words());
  private static final DecisionGate TABLES = new DecisionGate(FeelForTests.feel(), RESERVED, DecisionTrialForTests.trial());
  /** Lists that break off: the parser tries each bracket in two ways. */
  private static final String SLOW_FEEL = "[[[[%d" + ",1".repeat(200);

  static Stream<Arguments> forms() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("conditions that are slow to read", fields(300, i -> "{'type':'textfield','key':'k" + i + "','label':'L','conditional':{'hide':'=" + SLOW_FEEL.formatted(i) + "'}}"));
    all.put("patterns that are slow to judge", fields(300, i -> "{'type':'textfield','key':'k" + i + "','label':'L','validate':{'pattern':'"
        + "(ab?c?|c?b?a|bc?)+".repeat(12) + "x" + i + "'}}"));
    all.put("patterns with many loops", fields(300, i -> "{'type':'textfield','key':'k" + i + "','label':'L','validate':{'pattern':'" + "[a-z]+-[0-9]+_".repeat(30) + i + "'}}"));
    all.put("patterns that are written out long", fields(300, i -> "{'type':'textfield','key':'k" + i + "','label':'L','validate':{'pattern':'" + "[a-z]{32}[0-9]{32}".repeat(6) + i + "'}}"));
    all.put("as many options as fit", fields(15, i -> "{'type':'select','key':'k" + i + "','label':'L','values':[" + IntStream.range(0, 300)
        .mapToObj(o -> "{'label':'Option " + o + "','value':'" + o + "'}").collect(Collectors.joining(",")) + "]}"));
    all.put("nothing but what is unknown", fields(450, i -> "{'type':'html','content':'" + "<b>".repeat(100) + "'}"));
    all.put("unknown properties", fields(1, i -> "{'type':'text'," + IntStream.range(0, 5_000).mapToObj(p -> "'p" + p + "':1").collect(Collectors.joining(",")) + "}"));
    all.put("links that do not end", fields(40, i -> "{'type':'text','text':'" + "[a](".repeat(2_400) + "'}"));
    all.put("one long text", fields(1, i -> "{'type':'text','text':'" + "]:".repeat(200_000) + "'}"));
    return all.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  private static String fields(int count, IntFunction<String> field) {
    return "{'id':'test.form','type':'default','components':[" + IntStream.range(0, count).mapToObj(field).collect(Collectors.joining(",")) + "]}";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void aFormIsAnsweredInTime(String name, String form) {
    inTime(() -> FORMS.check(form.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
  }

  static Stream<Arguments> tables() {
    Map<String, String> all = new LinkedHashMap<>();
    String table = HostileDecisions.table("<text>\"b\"</text>", "");
    all.put("cells that are slow to read", table.replace("<rule id='r'>", rules(299, i -> SLOW_FEEL.formatted(i), i -> SLOW_FEEL.formatted(i)) + "<rule id='r'>"));
    all.put("cells that break off differently", table.replace("<rule id='r'>", rules(299, i -> "not([" + i + ",(".repeat(3) + "1,".repeat(20), i -> "if a then (".repeat(4) + i) + "<rule id='r'>"));
    all.put("a large table of different cells", columns(20, 300));
    all.put("far too many rules", table.replace("<rule id='r'>", rules(1_800, i -> "&lt; " + i, i -> "\"" + i + "\"") + "<rule id='r'>"));
    all.put("far too many decisions", table.replace("</definitions>", IntStream.range(0, 4_000).mapToObj(i -> "<decision id='d" + i + "'/>").collect(Collectors.joining())
        + "</definitions>"));
    return all.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  private static String rules(int count, IntFunction<String> condition, IntFunction<String> result) {
    return IntStream.range(0, count).mapToObj(i -> "<rule id='r" + i + "'><inputEntry><text>" + condition.apply(i) + "</text></inputEntry><outputEntry><text>" + result.apply(i)
        + "</text></outputEntry></rule>").collect(Collectors.joining());
  }

  private static String columns(int columns, int rules) {
    String table = HostileDecisions.table("<text>\"b\"</text>", "");
    String start = table.substring(0, table.indexOf("<input id='i'>"));
    StringBuilder xml = new StringBuilder(start);
    for (int column = 0; column < columns; column++) {
      xml.append("<input id='i").append(column).append("'><inputExpression><text>a").append(column).append("</text></inputExpression></input>");
    }
    xml.append("<output id='o' name='o' typeRef='string'/>");
    for (int rule = 0; rule < rules; rule++) {
      xml.append("<rule id='r").append(rule).append("'>");
      for (int column = 0; column < columns; column++) {
        xml.append("<inputEntry><text>&lt; ").append(rule * columns + column).append("</text></inputEntry>");
      }
      xml.append("<outputEntry><text>\"r").append(rule).append("\"</text></outputEntry></rule>");
    }
    return xml.append("</decisionTable></decision></definitions>").toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void aTableIsAnsweredInTime(String name, String table) {
    inTime(() -> TABLES.check(table.getBytes(StandardCharsets.UTF_8)));
  }

  private static void inTime(Supplier<Verdict> check) {
    long started = THREAD.getCurrentThreadCpuTime();
    Verdict verdict = check.get();
    Duration took = Duration.ofNanos(THREAD.getCurrentThreadCpuTime() - started);
    assertThat(took).as("%s", verdict.findings().stream().map(Finding::rule).distinct().toList()).isLessThan(Duration.ofSeconds(2));
  }
}
