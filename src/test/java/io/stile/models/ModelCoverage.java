package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Counts the flow nodes that the requests of the process tests passed, and fails once all tests of a model have run if there
 * is one in it that none has passed.
 */
class ModelCoverage implements AfterAllCallback {

  private static final Map<String, Set<Class<?>>> TESTS = Map.ofEntries(
      Map.entry("phone-swap", Set.of(PhoneSwapTest.class, EscalationTest.class, PromiseTest.class)),
      Map.entry("billing-dispute", Set.of(BillingDisputeTest.class, LateBillingDisputeTest.class)),
      Map.entry("escalation", Set.of(EscalationTest.class, WaitingTest.class)),
      Map.entry("promise", Set.of(PromiseTest.class, KeepPromiseTest.class)),
      Map.entry("call-back", Set.of(CallBackTest.class)),
      Map.entry("waiting", Set.of(WaitingTest.class)),
      Map.entry("hand-over", Set.of(HandOverTest.class)),
      Map.entry("consult", Set.of(ConsultTest.class)),
      Map.entry("return", Set.of(ReturnTest.class)),
      Map.entry("reopened", Set.of(ReopenedTest.class)),
      Map.entry("goodwill", Set.of(GoodwillTest.class)),
      Map.entry("warm-hand-over", Set.of(WarmHandOverTest.class)),
      Map.entry("obstacle", Set.of(ObstacleTest.class)));
  private static final Set<String> REQUESTS = ConcurrentHashMap.newKeySet();
  private static final Set<String> PASSED = ConcurrentHashMap.newKeySet();
  private static final Set<Class<?>> RUN = ConcurrentHashMap.newKeySet();

  static void follow(String request) {
    REQUESTS.add(request);
  }

  @Override
  public void afterAll(ExtensionContext test) {
    ApplicationContext application = SpringExtension.getApplicationContext(test);
    collect(application.getBean(HistoryService.class));
    RUN.add(test.getRequiredTestClass());
    Set<String> models = TESTS.entrySet().stream().filter(model -> model.getValue().contains(test.getRequiredTestClass()))
        .filter(model -> RUN.containsAll(model.getValue())).map(Map.Entry::getKey).collect(Collectors.toSet());
    assertThat(neverPassed(models, application.getBean(RepositoryService.class))).as("nodes that no test has passed").isEmpty();
  }

  /** A node that was left because the process went another way was not passed; of a gateway of events that is the way. */
  private static void collect(HistoryService history) {
    for (String request : REQUESTS) {
      history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(request).list().forEach(instance ->
          history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).finished().list().stream()
              .filter(node -> !node.isCanceled() || node.getActivityType().equals("eventBasedGateway"))
              .forEach(node -> PASSED.add(node.getProcessDefinitionKey() + " " + node.getActivityId())));
    }
  }

  private static Set<String> neverPassed(Set<String> models, RepositoryService repository) {
    Map<String, String> newest = repository.createProcessDefinitionQuery().latestVersion().list().stream()
        .filter(definition -> models.contains(definition.getKey()))
        .collect(Collectors.toMap(definition -> definition.getKey(), definition -> definition.getId()));
    Set<String> missing = new TreeSet<>();
    newest.forEach((process, id) -> repository.getBpmnModelInstance(id).getModelElementsByType(FlowNode.class).stream()
        .map(node -> process + " " + node.getId()).filter(node -> !PASSED.contains(node)).forEach(missing::add));
    return missing;
  }
}
