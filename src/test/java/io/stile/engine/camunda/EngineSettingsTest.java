package io.stile.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.testkit.StileTest;
import java.time.Clock;
import java.util.TimeZone;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine was really built with: a property with a slip of the pen would be ignored silently. */
@StileTest
class EngineSettingsTest {

  @Autowired
  ProcessEngine processEngine;
  @Autowired
  CamundaBpmProperties properties;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  Clock clock;

  private ProcessEngineConfigurationImpl engine;

  @BeforeEach
  void configuration() {
    engine = (ProcessEngineConfigurationImpl) processEngine.getProcessEngineConfiguration();
  }

  @Test
  void canRunNoCode() {
    assertThat(engine.getBeans()).isEmpty();
    assertThat(engine.getExpressionManager()).isInstanceOf(SafeExpressions.class);
    assertThat(engine.getScriptFactory()).isInstanceOf(NoScripts.class);
    assertThat(engine.getScriptEngineResolver()).isInstanceOf(NoScripts.Engines.class);
    assertThat(engine.getArtifactFactory()).isInstanceOf(NoClasses.class);
    assertThat(engine.getBpmnParseFactory()).isInstanceOf(SafeParse.Factory.class);
    assertThat(engine.isConfigureScriptEngineHostAccess()).isFalse();
    assertThat(engine.isEnableScriptEngineLoadExternalResources()).isFalse();
    assertThat(engine.isCmmnEnabled()).isFalse();
    assertThat(engine.isStandaloneTasksEnabled()).isFalse();
    assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
    assertThat(engine.isEnableExpressionsInStoredQueries()).isFalse();
    assertThat(engine.isJavaSerializationFormatEnabled()).isFalse();
    assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
    assertThat(engine.isEnableXxeProcessing()).isFalse();
    assertThat(System.getProperty("javax.xml.accessExternalSchema")).isIn("file", "nested");
  }

  @Test
  void runsJobsSoonAndInOrder() {
    assertThat(engine.isJobExecutorAcquireByDueDate()).isTrue();
    assertThat(engine.isEnsureJobDueDateNotNull()).isTrue();
    assertThat(engine.getFailedJobRetryTimeCycle()).isEqualTo("PT10S,PT1M,PT5M,PT30M,PT2H");
    assertThat(jdbc.sql("select indexdef from pg_indexes where indexname = 'stile_job_due_date'").query(String.class).single())
        .contains("act_ru_job").contains("(duedate_)");
  }

  @Test
  void writesLittle() {
    assertThat(engine.getHistoryLevel()).isEqualTo(HistoryLevel.HISTORY_LEVEL_ACTIVITY);
    assertThat(engine.getHistoryRemovalTimeStrategy())
        .isEqualTo(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
    assertThat(engine.getHistoryCleanupBatchWindowStartTime()).isEqualTo("02:00");
    assertThat(engine.isEnforceHistoryTimeToLive()).isTrue();
    assertThat(engine.isMetricsEnabled()).isFalse();
    assertThat(engine.isTaskMetricsEnabled()).isFalse();
    assertThat(engine.isAuthorizationEnabled()).isFalse();
  }

  @Test
  void readsTheClockOfTheApplicationAndLivesInUtc() {
    assertThat(ClockUtil.getCurrentTime().toInstant()).isEqualTo(clock.instant());
    assertThat(TimeZone.getDefault().getRawOffset()).isZero();
  }

  @Test
  void keepsItsTablesApartFromOurs() {
    assertThat(jdbc.sql("select table_schema from information_schema.tables where table_name = 'act_ru_task'")
        .query(String.class).list()).containsExactly("public");
    assertThat(jdbc.sql("select table_schema from information_schema.tables where table_name = 'task'")
        .query(String.class).list()).containsExactly("stile");
  }

  @Test
  void readsWhatWasCommitted() {
    assertThat(jdbc.sql("show transaction_isolation").query(String.class).single()).isEqualTo("read committed");
  }

  /** The executor itself is off in tests; what it would be built from is not. */
  @Test
  void theJobExecutorLooksOften() {
    JobExecutionProperty jobs = properties.getJobExecution();
    assertThat(jobs.getMaxJobsPerAcquisition()).isEqualTo(50);
    assertThat(jobs.getCorePoolSize()).isEqualTo(4);
    assertThat(jobs.getMaxPoolSize()).isEqualTo(8);
    assertThat(jobs.getQueueCapacity()).isEqualTo(100);
    assertThat(jobs.getWaitTimeInMillis()).isEqualTo(500);
    assertThat(jobs.getMaxWait()).isEqualTo(1000);
    assertThat(jobs.getBackoffTimeInMillis()).isEqualTo(25);
    assertThat(jobs.getMaxBackoff()).isEqualTo(1000);
    assertThat(jobs.getLockTimeInMillis()).isEqualTo(20_000);
    assertThat(properties.isAutoDeploymentEnabled()).isFalse();
  }
}
