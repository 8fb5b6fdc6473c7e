package io.stile.engine.camunda;

import io.stile.engine.Feel;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The engine as Stile runs it. Each setting says why it is not the default; what is a plain property stands in
 * {@code application.yaml}. Uses the engine's internals: it has no public way to be configured this far.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineSettings extends AbstractProcessEnginePlugin {

  private final PlatformNames platformNames;
  private final ModelListener modelListener;
  private final ObjectProvider<Feel> feel;

  EngineSettings(PlatformNames platformNames, ModelListener modelListener, ObjectProvider<Feel> feel) {
    this.platformNames = platformNames;
    this.modelListener = modelListener;
    this.feel = feel;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    takeCodeAway(engine);
    bindModels(engine);
    orderJobsByDueDate(engine);
    writeLess(engine);
    nameTheCaseInTheLog(engine);
  }

  /** The lines of the log that a job or a command writes name the request that it is about, as the pages do, and the step. */
  private static void nameTheCaseInTheLog(ProcessEngineConfigurationImpl engine) {
    engine.setLoggingContextBusinessKey("request");
    engine.setLoggingContextActivityId("step");
    engine.setLoggingContextApplicationName(null);
    engine.setLoggingContextProcessDefinitionId(null);
    engine.setLoggingContextProcessInstanceId(null);
    engine.setLoggingContextTenantId(null);
    engine.setLoggingContextEngineName(null);
  }

  /** Whoever can deploy a model on a bare engine can run code on the server; this one is built without that ability. */
  private void takeCodeAway(ProcessEngineConfigurationImpl engine) {
    engine.setBeans(new HashMap<>());
    engine.setExpressionManager(new SafeExpressions(platformNames));
    engine.setDmnElProvider(new FeelOnly());
    engine.setDmnEngineConfiguration(tables());
    engine.setScriptFactory(new NoScripts());
    engine.setScriptEngineResolver(new NoScripts.Engines());
    engine.setConfigureScriptEngineHostAccess(false);
    engine.setArtifactFactory(new NoClasses());
    engine.setBpmnParseFactory(new SafeParse.Factory());
    engine.setCustomSessionFactories(new ArrayList<>(List.of(new GenericManagerFactory(StepCount.class))));
    // Case models run expressions of their own, and Stile has none.
    engine.setCmmnEnabled(false);
    // Tasks without a process would be work that no request owns.
    engine.setStandaloneTasksEnabled(false);
    engine.setEnableExpressionsInAdhocQueries(false);
    engine.setEnableExpressionsInStoredQueries(false);
    engine.setDeserializationTypeValidationEnabled(true);
    allowSchemasOfTheEngineOnly();
  }

  private DefaultDmnEngineConfiguration tables() {
    DefaultDmnEngineConfiguration tables = new DefaultDmnEngineConfiguration();
    tables.setFeelEngineFactory(new BoundedFeel(feel::getObject));
    return tables;
  }

  /**
   * The parser would fetch the address that a model's schemaLocation names. The engine's own schemas lie in its jar, which
   * is reached by another protocol in a packaged application than on a plain class path; a wrong value would refuse every
   * model.
   */
  private static void allowSchemasOfTheEngineOnly() {
    URL engineClass = BpmnParse.class.getResource(BpmnParse.class.getSimpleName() + ".class");
    boolean packaged = engineClass != null && engineClass.toString().startsWith("jar:nested:");
    System.setProperty("javax.xml.accessExternalSchema", packaged ? "nested" : "file");
  }

  private void bindModels(ProcessEngineConfigurationImpl engine) {
    List<BpmnParseListener> listeners = new ArrayList<>();
    if (engine.getCustomPostBPMNParseListeners() != null) {
      listeners.addAll(engine.getCustomPostBPMNParseListeners());
    }
    listeners.add(modelListener);
    engine.setCustomPostBPMNParseListeners(listeners);
  }

  /** Timers go off in the order in which they are due; without our index and the larger batches this would be slower. */
  private static void orderJobsByDueDate(ProcessEngineConfigurationImpl engine) {
    engine.setJobExecutorAcquireByDueDate(true);
    // Lets the index on the due date be used. Only possible from the first start on, with an empty job table.
    engine.setEnsureJobDueDateNotNull(true);
    // Databases and mail servers come back: three quick tries would be used up before they do.
    engine.setFailedJobRetryTimeCycle("PT10S,PT1M,PT5M,PT30M,PT2H");
  }

  /** The journal is the history. The engine keeps what its own correctness and its tests need. */
  private static void writeLess(ProcessEngineConfigurationImpl engine) {
    // Sets the removal date when a process starts instead of updating all of its rows when it ends.
    engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
    // Without a window the clean-up never runs and the tables grow for ever.
    engine.setHistoryCleanupBatchWindowStartTime("02:00");
    engine.setHistoryCleanupBatchWindowEndTime("04:00");
    // A refusal reaches whoever called; the engine would write each into the log as a fault, with its whole stack.
    engine.setEnableCmdExceptionLogging(false);
    engine.setMetricsEnabled(false);
    engine.setTaskMetricsEnabled(false);
    // Who may do what is decided above the engine, in one place.
    engine.setAuthorizationEnabled(false);
  }
}
