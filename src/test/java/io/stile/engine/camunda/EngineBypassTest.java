package io.stile.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stile.engine.Models;
import io.stile.testkit.StileTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.Variables.SerializationDataFormats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the engine can still do with what got past the check of a model: nothing but read names. */
@StileTest
class EngineBypassTest {

  @Autowired
  ProcessEngine processEngine;
  @Autowired
  Models models;
  @Autowired
  DecisionService decisions;
  @Autowired
  RuntimeService runtime;
  @Autowired
  TaskService tasks;

  private ProcessEngineConfigurationImpl engine;

  @BeforeEach
  void configuration() {
    engine = (ProcessEngineConfigurationImpl) processEngine.getProcessEngineConfiguration();
  }

  @AfterEach
  void noCodeRan() {
    assertThat(CanaryCage.open).as("the canary was heard").isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {HostileModels.CALL, "#{''.class}", "${''['class']}", "${execution.id}", "${a.b}", "${a(1)}",
      "${date:now()}", "${now()}", "${task}"})
  void theExpressionLanguageReachesNothingButNames(String expression) {
    assertThatThrownBy(() -> engine.getExpressionManager().createExpression(expression))
        .isInstanceOf(ProcessEngineException.class);
  }

  @Test
  void theResolverRefusesEvenWhatTheRulesWouldLetThrough() {
    var resolver = new SafeExpressions(null).createElResolver();
    var context = new org.camunda.bpm.impl.juel.SimpleContext(resolver);
    assertThatThrownBy(() -> resolver.getValue(context, "text", "class")).hasMessageContaining("may not be used");
    assertThatThrownBy(() -> resolver.invoke(context, "text", "getClass", new Class<?>[0], new Object[0]))
        .hasMessageContaining("may not call");
    assertThatThrownBy(() -> resolver.setValue(context, null, "name", 1)).hasMessageContaining("may not change");
  }

  @ParameterizedTest
  @ValueSource(strings = {"juel", "groovy", "javascript", "ECMAScript", "python", "ruby", "freemarker", "feel"})
  void thereIsNoScriptLanguage(String language) {
    assertThatThrownBy(() -> engine.getScriptFactory().createScriptFromSource(language, "1"))
        .isInstanceOf(ProcessEngineException.class).hasMessageContaining(language);
    assertThatThrownBy(() -> engine.getScriptFactory().createScriptFromResource(language, "classpath://application.yaml"))
        .isInstanceOf(ProcessEngineException.class);
    assertThatThrownBy(() -> engine.getScriptEngineResolver().getScriptEngine(language, false))
        .isInstanceOf(ProcessEngineException.class);
  }

  @Test
  void noClassIsCreatedThatAModelNames() {
    assertThatThrownBy(() -> engine.getArtifactFactory().getArtifact(ShellActivityBehavior.class))
        .isInstanceOf(ProcessEngineException.class);
  }

  static Stream<Arguments> decisionTables() {
    return HostileDecisions.all().entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("decisionTables")
  void aDecisionTableSpeaksFeelOnly(String name, String table) {
    assertThatThrownBy(() -> {
      models.publish("hostile", Map.of("hostile.dmn", table.getBytes(StandardCharsets.UTF_8)));
      Object result = decisions.evaluateDecisionByKey("hostile-decision").variables(Map.of("x", 1)).evaluate();
      assertThat(result).hasToString("[{o=null}]");
      throw new ProcessEngineException("harmless");
    }).isInstanceOfAny(ProcessEngineException.class, io.stile.engine.ModelRefused.class,
        org.camunda.bpm.dmn.engine.DmnEngineException.class, org.camunda.bpm.dmn.feel.impl.FeelException.class);
  }

  @Test
  void aDecisionTableInFeelDecides() {
    models.publish("harmless", Map.of("harmless.dmn", HostileDecisions.table("<text>\"b\"</text>", "")
        .replace("hostile-decision", "harmless-decision").getBytes(StandardCharsets.UTF_8)));
    assertThat(decisions.evaluateDecisionByKey("harmless-decision").evaluate().getSingleResult().<String>getSingleEntry())
        .isEqualTo("b");
  }

  @Test
  void adHocQueriesEvaluateNoExpression() {
    assertThatThrownBy(() -> tasks.createTaskQuery().taskAssigneeExpression(HostileModels.CALL).list())
        .isInstanceOf(ProcessEngineException.class);
    assertThatThrownBy(() -> tasks.createTaskQuery().or().dueAfterExpression(HostileModels.CALL).endOr().list())
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void storedQueriesEvaluateNoExpression() {
    var filters = processEngine.getFilterService();
    assertThatThrownBy(() -> {
      var filter = filters.newTaskFilter("hostile").setQuery(tasks.createTaskQuery().taskAssigneeExpression(HostileModels.CALL));
      filters.saveFilter(filter);
      filters.list(filter.getId());
    }).isInstanceOf(ProcessEngineException.class);
  }

  @Test
  void noJavaObjectIsKeptInAVariable() {
    String model = HostileModels.process("<userTask id='t'/>").replace("'hostile'", "'variables'");
    models.publish("variables", Map.of("variables.bpmn", model.getBytes(StandardCharsets.UTF_8)));
    Map<String, Object> serialised = new HashMap<>();
    serialised.put("a", Variables.serializedObjectValue("rO0ABXQAAWE=").objectTypeName("java.lang.String")
        .serializationDataFormat(SerializationDataFormats.JAVA).create());
    assertThatThrownBy(() -> runtime.startProcessInstanceByKey("variables", serialised))
        .isInstanceOf(ProcessEngineException.class);
    assertThatThrownBy(() -> runtime.startProcessInstanceByKey("variables", Map.of("a", List.of("b"))))
        .isInstanceOf(ProcessEngineException.class);
  }

  @Test
  void thereAreNoTasksWithoutAProcess() {
    assertThatThrownBy(() -> tasks.saveTask(tasks.newTask())).isInstanceOf(ProcessEngineException.class);
  }
}
