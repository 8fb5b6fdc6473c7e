package io.stile.migration;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import io.stile.audit.Subject;
import io.stile.engine.Model;
import io.stile.engine.ModelVersion;
import io.stile.engine.Models;
import io.stile.migration.MigrationItem.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts migrations, has them pause and go on, and tells how they go. Of one model only one goes on at a time. */
@Service
public class RunningMigrations {

  private final MigrationTable table;
  private final MigrationPlans plans;
  private final Models models;
  private final AskedFields fields;
  private final Audit audit;
  private final Clock clock;

  RunningMigrations(MigrationTable table, MigrationPlans plans, Models models, AskedFields fields, Audit audit, Clock clock) {
    this.table = table;
    this.plans = plans;
    this.models = models;
    this.fields = fields;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Starts a migration of everything that the plan is about; those that cannot move stay when they have their turn.
   *
   * @param by sign-in name of who starts it
   * @throws MigrationRefused if nothing runs on another version, or another migration of the model has not ended
   */
  @Transactional
  public Migration start(MigrationPlan plan, String by) {
    DryRun dryRun = plans.dryRun(plan);
    if (dryRun.all() == 0) {
      throw MigrationRefused.conflict("No request of this type runs on another version than %d".formatted(plan.number()));
    }
    table.goingOn(plan.model()).ifPresent(RunningMigrations::refuse);
    long id;
    try {
      id = table.insert(plan, by, clock.instant());
    } catch (DuplicateKeyException atTheSameInstant) {
      throw MigrationRefused.conflict("Somebody else has just begun to move the running requests of this type");
    }
    plan.legs().forEach(leg -> table.insertItems(id, leg.from(), leg.number(), plans.requests(plan.model(), leg)));
    audit.record(by, "started to move running requests", subject(plan.model(), plan.target().id()),
        new Changes().add("requests", null, dryRun.summary()).add("values for what was never asked", null, given(plan.target(), plan.given())));
    return required(id);
  }

  /** What a migration gives to requests that were never asked, in words. */
  public List<String> given(Migration migration) {
    return given(migration.target(), migration.given());
  }

  private List<String> given(ModelVersion version, Map<String, Object> given) {
    Model target = models.version(version);
    return given.entrySet().stream()
        .map(value -> "%s is %s".formatted(fields.label(target, value.getKey()), fields.words(target, value.getKey(), value.getValue()))).toList();
  }

  private static void refuse(Migration other) {
    throw MigrationRefused.conflict("%s has begun to move the running requests of this type to version %d; %d of %d have had their turn"
        .formatted(other.startedBy(), other.number(), other.done(), other.all()));
  }

  /** Has no more requests move until it goes on; the one whose turn it is still moves. */
  @Transactional
  public Migration pause(long id) {
    return change(id, Migration.State.RUNNING, Migration.State.PAUSED, "paused moving running requests");
  }

  /** Has a migration go on that was paused. */
  @Transactional
  public Migration goOn(long id) {
    return change(id, Migration.State.PAUSED, Migration.State.RUNNING, "went on moving running requests");
  }

  private Migration change(long id, Migration.State from, Migration.State to, String act) {
    Migration migration = required(id);
    if (!table.change(id, from, to)) {
      throw MigrationRefused.conflict("It is %s".formatted(switch (required(id).state()) {
        case RUNNING -> "running already";
        case PAUSED -> "paused already";
        case DONE -> "done: every request has had its turn";
      }));
    }
    audit.record(act, subject(migration.model(), migration.target().id()), new Changes());
    return required(id);
  }

  private Subject subject(String model, String version) {
    Model known = models.newest(model).orElseThrow();
    return new Subject("model", model, known.name());
  }

  private Migration required(long id) {
    return byId(id).orElseThrow(() -> MigrationRefused.unknown("migration " + id));
  }

  /** One migration, empty if there is none. */
  public Optional<Migration> byId(long id) {
    return table.byId(id);
  }

  /** Those of a model, the newest first, at most 50. */
  public List<Migration> ofModel(String model) {
    return table.ofModel(model);
  }

  /**
   * What became of the requests of a migration, those that had their turn last first.
   *
   * @param limit at most so many
   */
  public List<MigrationItem> items(long migration, Outcome outcome, int limit) {
    return table.items(migration, outcome, limit);
  }
}
