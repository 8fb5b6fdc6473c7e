package io.stile.migration.web;

import io.stile.engine.UnitOfWork;
import io.stile.form.FormField;
import io.stile.form.FormOption;
import io.stile.migration.DryRun;
import io.stile.migration.Migration;
import io.stile.migration.MigrationItem;
import io.stile.migration.MigrationItem.Outcome;
import io.stile.migration.MigrationPlan;
import io.stile.migration.MigrationPlans;
import io.stile.migration.MigrationPlans.Wanted;
import io.stile.migration.RunningMigrations;
import io.stile.migration.Unasked;
import io.stile.studio.Editors;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import io.stile.web.Words;
import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For programs: moves the running requests of a type to another version of its model. */
@RestController
@RequestMapping("/api/v1/studio/models/{key}/migrations")
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class MigrationsResource {

  private static final int LISTED = 1_000;

  private final MigrationPlans plans;
  private final RunningMigrations migrations;
  private final RunningScreens screens;
  private final Editors editors;
  private final UnitOfWork unitOfWork;

  MigrationsResource(MigrationPlans plans, RunningMigrations migrations, RunningScreens screens, Editors editors, UnitOfWork unitOfWork) {
    this.plans = plans;
    this.migrations = migrations;
    this.screens = screens;
    this.editors = editors;
    this.unitOfWork = unitOfWork;
  }

  /**
   * What is sent to move requests.
   *
   * @param dryRun whether nothing is to move, and only to be said what would; null for false
   * @param target number of the version to which they move; null for the newest
   * @param newTargets whether steps that are open are due by the targets of the new version from then on; null for false: they stay due when they were
   * @param places where elements go, by the number of the version and the id of the element; an empty text for those whose requests stay; null, and whatever is
   *     missing, for the suggestions: the same id, or the same label
   * @param given values for names that requests were never asked for and would lack, by the name, as the field that asks for it takes them; null as a value to
   *     leave it empty. Requests that lack a name that is missing here stay. Null if none is given
   */
  record NewMigration(Boolean dryRun, Integer target, Boolean newTargets, Map<Integer, Map<String, String>> places, Map<String, Object> given) {}

  /**
   * A name that something ahead of requests reads, though they were never asked for it and no step asks before.
   *
   * @param name as conditions write it
   * @param label as people call it
   * @param type of the field that asks for it: {@code textfield}, {@code number}; null if no form asks for it
   * @param options what can be given for it; empty if it is no choice
   * @param effects who reads it and what happens if it is left empty, a sentence each
   * @param mayBeEmpty whether it may be left empty
   * @param requests numbers of those that lack it
   */
  record UnaskedName(String name, String label, String type, List<Object> options, List<String> effects, boolean mayBeEmpty, List<String> requests) {}

  /**
   * Requests that stay, or would, for one reason.
   *
   * @param reason why, in a sentence
   * @param requests their numbers, at most 1,000 of a migration
   */
  record Staying(String reason, List<String> requests) {}

  /**
   * A migration, or what would become of one.
   *
   * @param id names it; null for a dry run
   * @param model key of the request type
   * @param target number of the version to which requests move
   * @param newTargets whether steps that are open are due by the targets of the new version from then on
   * @param state {@code running}, {@code paused} or {@code done}; {@code tried} for a dry run
   * @param all how many requests it is about
   * @param moved how many have moved; of a dry run how many would
   * @param stayed how many have stayed; of a dry run how many would
   * @param pending how many have not had their turn yet; 0 for a dry run
   * @param startedBy sign-in name of who started it; null for a dry run
   * @param startedAt when it was started; null for a dry run
   * @param endedAt when the last request had its turn; null until then, and for a dry run
   * @param given the values for names that requests were never asked for, null where one is left empty
   * @param unasked what requests lack, whether a value is given for it or not; empty but for a dry run
   * @param staying those that stay, by the reason
   */
  record MigrationDetail(Long id, String model, int target, boolean newTargets, String state, int all, int moved, int stayed, int pending,
                         String startedBy, Instant startedAt, Instant endedAt, Map<String, Object> given, List<UnaskedName> unasked, List<Staying> staying) {}

  /**
   * Starts to move the running requests of a type, one by one, or says what would become of them. Of one type only one migration goes on at a time.
   *
   * @param key of the request type
   */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<MigrationDetail> start(@PathVariable String key, @RequestBody NewMigration asked, @Parameter(hidden = true) Viewer viewer) {
    screens.required(key);
    editors.require(viewer, key);
    MigrationPlan plan = plans.plan(key, new Wanted(asked.target(), Boolean.TRUE.equals(asked.newTargets()),
        asked.places() == null ? Map.of() : asked.places(), asked.given() == null ? Map.of() : asked.given()));
    if (Boolean.TRUE.equals(asked.dryRun())) {
      return ResponseEntity.ok(tried(plans.dryRun(plan)));
    }
    Migration started = unitOfWork.of(() -> migrations.start(plan, viewer.signIn()));
    return ResponseEntity.created(URI.create("/api/v1/studio/models/" + key + "/migrations/" + started.id())).body(detail(started));
  }

  /**
   * How far a migration is.
   *
   * @param key of the request type
   * @param id of the migration
   */
  @GetMapping("/{id}")
  MigrationDetail show(@PathVariable String key, @PathVariable long id) {
    return detail(required(key, id));
  }

  /**
   * Has no more requests move until it goes on.
   *
   * @param key of the request type
   * @param id of the migration
   */
  @PostMapping("/{id}/pause")
  MigrationDetail pause(@PathVariable String key, @PathVariable long id, @Parameter(hidden = true) Viewer viewer) {
    required(key, id);
    editors.require(viewer, key);
    return detail(unitOfWork.of(() -> migrations.pause(id)));
  }

  /**
   * Has a migration go on that was paused.
   *
   * @param key of the request type
   * @param id of the migration
   */
  @PostMapping("/{id}/go-on")
  MigrationDetail goOn(@PathVariable String key, @PathVariable long id, @Parameter(hidden = true) Viewer viewer) {
    required(key, id);
    editors.require(viewer, key);
    return detail(unitOfWork.of(() -> migrations.goOn(id)));
  }

  private Migration required(String key, long id) {
    return migrations.byId(id).filter(found -> found.model().equals(key))
        .orElseThrow(() -> Refusal.notFound("migration %d of '%s'".formatted(id, key)));
  }

  private static MigrationDetail tried(DryRun trial) {
    MigrationPlan plan = trial.plan();
    return new MigrationDetail(null, plan.model(), plan.number(), plan.newTargets(), "tried", trial.all(), trial.moves().size(),
        trial.staying(), 0, null, null, null, plan.given(), plan.unasked().stream().map(MigrationsResource::unasked).toList(),
        trial.stays().stream().map(each -> new Staying(each.reason(), each.requests())).toList());
  }

  private static UnaskedName unasked(Unasked lacked) {
    FormField field = lacked.field();
    return new UnaskedName(lacked.name(), lacked.label(), field == null ? null : field.type().word(),
        field == null ? List.of() : field.options().stream().map(FormOption::value).toList(), lacked.effects(), lacked.mayBeEmpty(),
        lacked.requests());
  }

  private MigrationDetail detail(Migration migration) {
    Map<String, List<String>> reasons = migrations.items(migration.id(), Outcome.STAYED, LISTED).stream().collect(Collectors.groupingBy(
        MigrationItem::reason, LinkedHashMap::new, Collectors.mapping(MigrationItem::request, Collectors.toList())));
    return new MigrationDetail(migration.id(), migration.model(), migration.number(), migration.newTargets(), Words.of(migration.state()),
        migration.all(), migration.moved(), migration.stayed(), migration.pending(), migration.startedBy(), migration.startedAt(),
        migration.endedAt(), migration.given(), List.of(), reasons.entrySet().stream().map(each -> new Staying(each.getKey(), each.getValue())).toList());
  }
}
