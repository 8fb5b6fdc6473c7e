package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
      Map.entry("general-enquiry", Set.of(GeneralEnquiryTest.class)),
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
  /** Tests run in several JVMs at the same time: what each has passed stands in a file for this run of all of them. */
  private static final Path RUN = Path.of("target", "model-coverage",
      System.getProperty("stile.test.run", String.valueOf(ProcessHandle.current().pid())).replace(':', '-'));

  static void follow(String request) {
    REQUESTS.add(request);
  }

  @Override
  public void afterAll(ExtensionContext test) throws IOException {
    ApplicationContext application = SpringExtension.getApplicationContext(test);
    keep(test.getRequiredTestClass(), passed(application.getBean(HistoryService.class)));
    Set<String> models = TESTS.entrySet().stream().filter(model -> model.getValue().contains(test.getRequiredTestClass()))
        .filter(model -> model.getValue().stream().map(ModelCoverage::file).allMatch(Files::exists))
        .map(Map.Entry::getKey).collect(Collectors.toSet());
    assertThat(neverPassed(models, application.getBean(RepositoryService.class))).as("nodes that no test has passed").isEmpty();
  }

  private static Path file(Class<?> test) {
    return RUN.resolve(test.getSimpleName());
  }

  private static void keep(Class<?> test, Set<String> passed) throws IOException {
    Files.createDirectories(RUN);
    Path written = Files.write(Files.createTempFile(RUN, "passed", ""), passed);
    Files.move(written, file(test), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A node that was left because the process went another way was not passed; of a gateway of events that is the way. */
  private static Set<String> passed(HistoryService history) {
    Set<String> passed = new TreeSet<>();
    for (String request : REQUESTS) {
      history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(request).list().forEach(instance ->
          history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).finished().list().stream()
              .filter(node -> !node.isCanceled() || node.getActivityType().equals("eventBasedGateway"))
              .forEach(node -> passed.add(node.getProcessDefinitionKey() + " " + node.getActivityId())));
    }
    return passed;
  }

  private static Set<String> neverPassed(Set<String> models, RepositoryService repository) throws IOException {
    Set<String> missing = new TreeSet<>();
    repository.createProcessDefinitionQuery().latestVersion().list().stream()
        .filter(definition -> models.contains(definition.getKey())).forEach(definition ->
            repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class)
                .forEach(node -> missing.add(definition.getKey() + " " + node.getId())));
    for (Class<?> test : models.stream().flatMap(model -> TESTS.get(model).stream()).collect(Collectors.toSet())) {
      missing.removeAll(Set.copyOf(Files.readAllLines(file(test))));
    }
    return missing;
  }
}
