package io.stile.migration.web;

import io.stile.engine.Model;
import io.stile.migration.DryRun;
import io.stile.migration.Migration;
import io.stile.migration.MigrationPlan;
import io.stile.migration.MigrationPlan.Leg;
import io.stile.migration.MigrationPlan.Mapped;
import io.stile.migration.MigrationPlans;
import io.stile.migration.RunningMigrations;
import io.stile.migration.StepDifferences;
import io.stile.migration.web.RunningScreen.LegLines;
import io.stile.migration.web.RunningScreen.PlaceLine;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.studio.Editors;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together what the page of the running requests shows. */
@Component
class RunningScreens {

  private final MigrationPlans plans;
  private final RunningMigrations migrations;
  private final StepDifferences differences;
  private final Organisation organisation;
  private final Editors editors;

  RunningScreens(MigrationPlans plans, RunningMigrations migrations, StepDifferences differences, Organisation organisation,
      Editors editors) {
    this.plans = plans;
    this.migrations = migrations;
    this.differences = differences;
    this.organisation = organisation;
    this.editors = editors;
  }

  /** The newest version of a request type. */
  Model required(String model) {
    return plans.versions(model).stream().findFirst().filter(newest -> newest.property("promise").isPresent())
        .orElseThrow(() -> Refusal.notFound("request type '" + model + "'"));
  }

  RunningScreen of(Model model, MigrationPlan plan, DryRun trial, Viewer viewer, String refused) {
    List<MigrationLine> all = migrations.ofModel(model.process()).stream().map(this::line).toList();
    return new RunningScreen(model, plans.versions(model.process()), plans.running(model.process(), plan.target()), plan,
        plan.legs().stream().map(leg -> lines(plan, leg)).toList(), trial,
        all.stream().filter(line -> !line.isDone()).findFirst().orElse(null), all.stream().filter(MigrationLine::isDone).toList(),
        editors.mayEdit(viewer, model.process()), refused);
  }

  MigrationLine line(Migration migration) {
    return new MigrationLine(migration,
        organisation.employee(migration.startedBy()).map(Employee::name).orElse(migration.startedBy()));
  }

  private LegLines lines(MigrationPlan plan, Leg leg) {
    List<PlaceLine> lines = leg.places().stream().map(place -> line(plan, leg, place)).toList();
    return new LegLines(leg.number(), leg.running(), lines.stream().filter(line -> line.mapped().standing() > 0).toList(),
        lines.stream().filter(line -> line.mapped().standing() == 0).toList());
  }

  private PlaceLine line(MigrationPlan plan, Leg leg, Mapped mapped) {
    return new PlaceLine(mapped, "place.%d.%s".formatted(leg.number(), mapped.place().key()),
        differences.between(leg.from(), mapped.place().key(), plan.target(), mapped.to()));
  }
}
