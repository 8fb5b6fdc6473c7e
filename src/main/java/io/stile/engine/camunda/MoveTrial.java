package io.stile.engine.camunda;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.impl.migration.instance.MigratingProcessInstance;
import org.camunda.bpm.engine.impl.migration.instance.parser.MigratingInstanceParser;
import org.camunda.bpm.engine.impl.migration.validation.instance.MigratingProcessInstanceValidationReportImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;

/**
 * Asks the engine what it would object to if a process were moved now, and does not move it. Uses the engine's internals: it
 * has no public way to ask.
 */
final class MoveTrial extends MigrateProcessInstanceCmd {

  private final ProcessEngine engine;

  MoveTrial(ProcessEngine engine, MigrationPlan plan) {
    super(new MigrationPlanExecutionBuilderImpl(null, plan), true);
    this.engine = engine;
  }

  /** What it objects to. The caller's transaction must be rolled back: the engine has loaded rows that it would write back. */
  MigratingProcessInstanceValidationReportImpl of(CommandContext context, String instance) {
    MigratingProcessInstanceValidationReportImpl report = new MigratingProcessInstanceValidationReportImpl();
    MigratingProcessInstance parsed =
        new MigratingInstanceParser(engine).parse(instance, executionBuilder.getMigrationPlan(), report);
    validateInstructions(context, parsed, report);
    return report;
  }
}
