package io.stile.migration.web;

import io.stile.engine.Model;
import io.stile.migration.DryRun;
import io.stile.migration.Migration;
import io.stile.migration.MigrationPlan;
import io.stile.migration.MigrationPlan.Leg;
import io.stile.migration.MigrationPlan.Mapped;
import io.stile.migration.MigrationPlans;
import io.stile.migration.MigrationRefused;
import io.stile.migration.RunningMigrations;
import io.stile.migration.StepDifferences;
import io.stile.migration.Unasked;
import io.stile.migration.web.RunningScreen.LegLines;
import io.stile.migration.web.RunningScreen.PlaceLine;
import io.stile.migration.web.RunningScreen.UnaskedLine;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.studio.Editors;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** What runs of a process that is no request type; empty if the key names a request type, or nothing that was published. */
  Optional<ProtocolScreen> protocol(String key) {
    return plans.versions(key).stream().findFirst().filter(newest -> newest.property("promise").isEmpty())
        .map(newest -> new ProtocolScreen(newest, plans.versions(key).stream()
            .map(version -> new ProtocolScreen.Line(version.number(), plans.running(key, version.version())))
            .filter(line -> line.running() > 0 || line.number() == newest.number()).toList()));
  }

  /**
   * The page with a plan.
   *
   * @param typed   what was typed into the fields of the plan, by their names
   * @param refused what was wrong with it, else null
   */
  RunningScreen of(Model model, MigrationPlan plan, DryRun trial, Viewer viewer, Map<String, String> typed, MigrationRefused refused) {
    List<MigrationLine> all = migrations.ofModel(model.process()).stream().map(this::line).toList();
    return new RunningScreen(model, plans.versions(model.process()), plans.running(model.process(), plan.target()), plan,
        plan.legs().stream().map(leg -> lines(plan, leg)).toList(),
        plan.unasked().stream().map(unasked -> line(unasked, typed, refused)).toList(), trial,
        all.stream().filter(line -> !line.isDone()).findFirst().orElse(null), all.stream().filter(MigrationLine::isDone).toList(),
        editors.mayEdit(viewer, model.process()), refused == null ? null : refused.getMessage() + (refused.getMessage().endsWith(".") ? "" : "."));
  }

  private static UnaskedLine line(Unasked unasked, Map<String, String> typed, MigrationRefused refused) {
    String given = PlanForm.GIVEN + unasked.name();
    return new UnaskedLine(unasked, typed.getOrDefault(given, ""), typed.containsKey(PlanForm.EMPTY + unasked.name()),
        refused != null && given.equals(refused.field()) ? refused.getMessage() : null);
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
