package io.stile.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.stile.engine.ModelRefused;
import io.stile.engine.Models;
import io.stile.testkit.StileTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever can deploy a model on a bare engine can run code on the server. Here he is refused, whichever way he takes. */
@StileTest
class EngineSafetyTest {

  @Autowired
  Models models;
  @Autowired
  RepositoryService repository;
  @Autowired
  RuntimeService runtime;

  @AfterEach
  void noCodeRanAndNothingWasKept() {
    assertThat(CanaryCage.open).as("the canary was heard").isFalse();
    assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("hostile").count()).isZero();
  }

  private void publish(String file, String content) {
    models.publish("hostile", Map.of(file, content.getBytes(StandardCharsets.UTF_8)));
  }

  private void assertRefused(String model, String why) {
    assertThatExceptionOfType(ModelRefused.class).isThrownBy(() -> publish("hostile.bpmn", model))
        .withMessageContaining(why);
  }

  static Map<String, String> expressions() {
    Map<String, String> expressions = new LinkedHashMap<>();
    expressions.put("method call", HostileModels.CALL);
    expressions.put("method call, deferred", HostileModels.CALL.replace("${", "#{"));
    expressions.put("property", "${''.class.name}");
    expressions.put("index", "${''['class']}");
    expressions.put("double quotes", "${\"\".getClass()}");
    expressions.put("spaces", "${ '' \n\t. getClass ( ) }");
    expressions.put("text around", "To do: ${amount} and ${bean.password} now");
    expressions.put("bean", "${dataSource.password}");
    expressions.put("static function", "${lang:import(context, 'p', 'io.stile.engine.camunda.Canary')}");
    expressions.put("call of a name", "${sing(1)}");
    expressions.put("execution", "${execution}");
    expressions.put("second name of an allowed chain", "#{execution.processBusinessKey.class}");
    expressions.put("task", "${task.execution}");
    expressions.put("class", "${class}");
    return expressions;
  }

  static Stream<Arguments> expressionsInPlaces() {
    return HostileModels.places().entrySet().stream().flatMap(place -> expressions().entrySet().stream()
        .map(expression -> Arguments.of(place.getKey() + ": " + expression.getKey(),
            place.getValue().replace("@", xml(expression.getValue())))));
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;").replace("\n", "&#10;")
        .replace("\t", "&#9;");
  }

  @Test
  void refusesEveryExpressionThatReachesForMoreThanNamesInEveryPlace() {
    assertThat(expressionsInPlaces()).hasSizeGreaterThan(600).allSatisfy(
        tried -> assertRefused((String) tried.get()[1], "Refused at"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"&#36;&#x7b;bean.password}", "<![CDATA[${bean.password}]]>", "$<!-- x -->{bean.password}",
      "<![CDATA[$]]>{bean.password}", "$<?x y?>{bean.password}", "${<!-- x -->bean<!-- x -->.<!-- x -->password}"})
  void seesAnExpressionHoweverTheFileWritesIt(String written) {
    assertRefused(HostileModels.places().get("documentation").replace("@", written), "Refused at");
    assertRefused(HostileModels.places().get("condition").replace("@", written), "Refused at");
  }

  static Stream<Arguments> code() {
    return HostileModels.code().entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("code")
  void refusesScriptsClassesAndDelegates(String name, String model) {
    assertRefused(model, "Refused at");
  }

  static Stream<Arguments> timers() {
    return HostileModels.timers().entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("timers")
  void refusesTimersThatNeverEnd(String name, String model) {
    assertRefused(model, "Refused at");
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    String parentheses = "${" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "}";
    assertRefused(HostileModels.places().get("condition").replace("@", parentheses), "longer than");
    assertRefused(HostileModels.places().get("condition").replace("@", "${" + "(".repeat(60) + "1" + ")".repeat(60) + "}"),
        "nested deeper");
    assertRefused(HostileModels.process("<subProcess id='t'>" + "<subProcess>".repeat(3_000)
        + "</subProcess>".repeat(3_000) + "</subProcess>"), "nested deeper");
  }

  @Test
  void readsNoFileAndCallsNobodyWhileItParses(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "hunter2");
    AtomicInteger calls = new AtomicInteger();
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      calls.incrementAndGet();
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
    });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
      String benign = HostileModels.process("<userTask id='t' name='a'/>");
      for (String target : List.of(address, secret.toUri().toString())) {
        String declaration = "?>\n<!DOCTYPE definitions [<!ENTITY e SYSTEM '" + target + "'>]>";
        assertThatThrownBy(() -> publish("hostile.bpmn", benign.replaceFirst("\\?>", declaration).replace("'a'", "'b'")
            .replace("</userTask>", "&e;</userTask>"))).isInstanceOf(ModelRefused.class).hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> publish("hostile.bpmn", benign.replaceFirst("\\?>",
            "?>\n<!DOCTYPE definitions SYSTEM '" + target + "'>"))).isInstanceOf(ModelRefused.class);
        assertRefused(benign.replace("id=\"d\">", "id='d' xsi:schemaLocation='urn:y " + target + "'>"),
            "Refused at");
        assertRefused(benign.replace("id=\"d\">", "id='d' xsi:noNamespaceSchemaLocation='" + target + "'>"),
            "Refused at");
        String decision = HostileDecisions.table("<text>1</text>", "");
        harmless(() -> publish("hostile.dmn", decision.replace("id='d' ", "id='d' xmlns:xsi="
            + "'http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:y " + target + "' ")));
        harmless(() -> publish("hostile.dmn", decision.replaceFirst("\\?>",
            "?>\n<!DOCTYPE definitions SYSTEM '" + target + "'>")));
      }
      assertThat(calls).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  private static void harmless(Runnable attempt) {
    try {
      attempt.run();
    } catch (ModelRefused refused) {
      assertThat(refused).isNotNull();
    }
  }

  @Test
  void aBillionLaughsAreNotHeard() {
    StringBuilder entities = new StringBuilder("<!ENTITY e0 'ha'>");
    for (int i = 1; i < 12; i++) {
      entities.append("<!ENTITY e").append(i).append(" '").append(("&e" + (i - 1) + ";").repeat(10)).append("'>");
    }
    String model = HostileModels.process("<userTask id='t'><documentation>&e11;</documentation></userTask>")
        .replaceFirst("\\?>", "?>\n<!DOCTYPE definitions [" + entities + "]>");
    assertThatThrownBy(() -> publish("hostile.bpmn", model)).isInstanceOf(ModelRefused.class);
  }

  @Test
  void knowsNoCaseModels() {
    publish("hostile.cmmn", "<?xml version='1.0'?><definitions xmlns='http://www.omg.org/spec/CMMN/20151109/MODEL' "
        + "targetNamespace='urn:x'><case id='hostile'><casePlanModel id='p'/></case></definitions>");
    assertThat(repository.createCaseDefinitionQuery().count()).isZero();
  }

  @Test
  void aBeanIsNothingButANameWithoutValue() {
    String model = HostileModels.process("<exclusiveGateway id='t' default='no'/><endEvent id='e'/><userTask id='u'/>"
        + "<sequenceFlow id='yes' sourceRef='t' targetRef='e'><conditionExpression xsi:type='tFormalExpression'>"
        + "${dataSource == null &amp;&amp; environment == null &amp;&amp; systemProperties == null}</conditionExpression>"
        + "</sequenceFlow><sequenceFlow id='no' sourceRef='t' targetRef='u'/>").replace("'hostile'", "'beans'");
    models.publish("beans", Map.of("beans.bpmn", model.getBytes(StandardCharsets.UTF_8)));
    assertThat(runtime.startProcessInstanceByKey("beans", "none").isEnded()).as("every bean was null").isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"phone-swap", "escalation", "promise"})
  void theShippedModelsRun(String process) {
    assertThat(models.newest(process)).isPresent();
  }

  @Test
  void whatAModelMayDoIsAllowed() {
    String model = HostileModels.process("<userTask id='t' name='Call ${name}' camunda:candidateGroups='billing'>"
        + "<extensionElements><camunda:failedJobRetryTimeCycle>PT10S,PT1M</camunda:failedJobRetryTimeCycle>"
        + "</extensionElements></userTask>"
        + "<boundaryEvent id='b' attachedToRef='t' cancelActivity='false'><timerEventDefinition id='td'><timeDate "
        + "xsi:type='tFormalExpression'>${callAt}</timeDate></timerEventDefinition></boundaryEvent>"
        + "<intermediateCatchEvent id='w'><timerEventDefinition id='wd'><timeDuration xsi:type='tFormalExpression'>P2DT4H"
        + "</timeDuration></timerEventDefinition></intermediateCatchEvent>"
        + "<sequenceFlow id='g' sourceRef='t' targetRef='w'><conditionExpression xsi:type='tFormalExpression'>"
        + "${(amount gt 10 or not urgent) and tier == 'gold'}</conditionExpression></sequenceFlow>")
        .replace("'hostile'", "'benign'");
    models.publish("benign", Map.of("benign.bpmn", model.getBytes(StandardCharsets.UTF_8)));
    assertThat(models.newest("benign")).isPresent();
  }
}
