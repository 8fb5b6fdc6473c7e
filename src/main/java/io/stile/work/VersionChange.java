package io.stile.work;

import io.stile.engine.CaseKey;
import io.stile.engine.Migrations.Route;
import io.stile.engine.Migrations;
import io.stile.engine.Model;
import io.stile.engine.ModelStep;
import io.stile.engine.Models;
import io.stile.engine.StepContext;
import io.stile.engine.StepDates.Dates;
import io.stile.engine.StepId;
import io.stile.organisation.Department;
import io.stile.organisation.Organisation;
import io.stile.request.Clocks;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.KnownFacts;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.sla.SlaClock;
import io.stile.sla.Target;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has a request follow another version of its model: process, tasks and clocks in one transaction. Whoever has a task keeps it,
 * and what was due stays due when it was, unless the new targets are to hold.
 */
@Service
public class VersionChange {

  private static final String REASON = "The model has another target since";

  private final Migrations migrations;
  private final Models models;
  private final Requests requests;
  private final KnownFacts knownFacts;
  private final TaskTable tasks;
  private final StepProjection projection;
  private final Receivers receivers;
  private final ModelPlaces places;
  private final Clocks clocks;
  private final Journal journal;
  private final Organisation organisation;
  private final Clock clock;

  VersionChange(Migrations migrations, Models models, Requests requests, KnownFacts knownFacts, TaskTable tasks,
      StepProjection projection, Receivers receivers, ModelPlaces places, Clocks clocks, Journal journal,
      Organisation organisation, Clock clock) {
    this.migrations = migrations;
    this.models = models;
    this.requests = requests;
    this.knownFacts = knownFacts;
    this.tasks = tasks;
    this.projection = projection;
    this.receivers = receivers;
    this.places = places;
    this.clocks = clocks;
    this.journal = journal;
    this.organisation = organisation;
    this.clock = clock;
  }

  /**
   * Moves a request. Joins the caller's transaction, which holds the request.
   *
   * @param newTargets whether steps that wait are due by the targets of the new version from now on; those that are late, wait
   *                   or were returned are due when they were all the same
   * @param given      values for names that the request was never asked for, null where one is left empty
   * @return what is another one by it, in words, without the request itself
   * @throws Migrations.CannotMove if something keeps it from it; the transaction can only be rolled back then
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<String> follow(Request request, Route route, boolean newTargets, Map<String, ?> given) {
    Model target = models.version(route.to());
    List<Step> steps = tasks.ofRequest(request.number().value()).stream()
        .filter(task -> task.isLive() && task.process().equals(request.type()))
        .map(task -> tasks.lock(task.id()).orElseThrow()).flatMap(task -> step(task, route, target).stream()).toList();
    steps = steps.stream().map(step -> newTargets || step.dates() == null ? due(step, request) : step).toList();
    Map<StepId, Dates> dates = new HashMap<>();
    steps.stream().filter(step -> step.dates() != null).forEach(step -> dates.put(step.task().step(), step.dates()));
    Map<String, Object> facts = new HashMap<>(given);
    facts.putAll(knownFacts.of(request));
    migrations.move(new CaseKey(request.number().value()), route, dates, facts);
    requests.follow(request.number().value(), route.to());
    List<String> changes = new ArrayList<>();
    steps.forEach(step -> write(step, changes));
    route.places().forEach((from, to) -> {
      if (!from.equals(to)) {
        tasks.rename(request.number().value(), request.type(), from, to);
      }
    });
    return changes;
  }

  /**
   * A task and the step that it is from now on.
   *
   * @param group   who the step was for, as the old version says
   * @param context the step as it is from now on
   * @param dates   when it is due, null if it has no target
   * @param target  a target that it has not had before, else null
   */
  private record Step(Task task, String group, StepContext context, Dates dates, Target target) {}

  /** Empty if it goes nowhere: the engine says so in a moment, together with everything else that is in the way. */
  private Optional<Step> step(Task task, Route route, Model target) {
    return Optional.ofNullable(route.places().get(task.stepKey())).flatMap(target::step).map(to -> step(task, route, to));
  }

  private Step step(Task task, Route route, ModelStep to) {
    String group = models.version(task.model()).step(task.stepKey()).map(ModelStep::group).orElse(null);
    StepContext context = new StepContext(new CaseKey(task.request()), route.to(), task.process(), to, null, null,
        clock.instant());
    return new Step(task, group, context, dates(task), null);
  }

  private Dates dates(Task task) {
    return task.dueAt() == null ? null
        : new Dates(clocks.clock(task.request(), task.clock()).orElseThrow().facts().get(0).at(), task.dueAt(), task.warnAt());
  }

  /** The step with the dates by the target that the new version gives it, if that is another one. */
  private Step due(Step step, Request request) {
    Task task = step.task();
    Optional<Target> target = step.context().step().property("sla").map(Target::parse);
    if (target.isEmpty()) {
      return step;
    }
    if (step.dates() == null) {
      return new Step(task, step.group(), step.context(), projection.datesOf(step.context()).orElseThrow(), target.get());
    }
    Optional<String> before = models.version(task.model()).step(task.stepKey()).flatMap(old -> old.property("sla"));
    boolean settled = task.lateAt() != null || task.isWaiting() || task.clockOf() != null || task.isReturned();
    if (settled || before.map(Target::parse).filter(target.get()::equals).isPresent()) {
      return step;
    }
    clocks.change(task.request(), task.clock(), clock.instant(), target.get(), receivers.of(step.context()).calendar(), REASON);
    SlaClock changed = clocks.clock(task.request(), task.clock()).orElseThrow();
    Dates dates = new Dates(changed.facts().get(0).at(), changed.due(), changed.warnAt(StepProjection.warnAtOf(step.context().step())));
    return new Step(task, step.group(), step.context(), dates, null);
  }

  private void write(Step step, List<String> changes) {
    Task task = step.task();
    ModelStep to = step.context().step();
    tasks.follow(task.id(), step.context().model(), to);
    if (step.target() != null) {
      clocks.start(task.request(), Clocks.ofTask(task.id()), step.dates().from(), step.target(),
          receivers.of(step.context()).calendar());
    }
    if (step.dates() != null && !step.dates().due().equals(task.dueAt())) {
      tasks.move(task.id(), step.dates().due(), step.dates().warnAt());
    }
    if (!to.name().equals(task.name())) {
      Map<String, String> renamed = new HashMap<>(Map.of("former", task.name(), "task", to.name(), "step", to.key()));
      renamed.put("late", task.lateAt() == null ? null : "true");
      journal.add(task.request(), JournalKind.TASK_RENAMED, null, renamed);
    }
    if (!Objects.equals(step.group(), to.group()) && isWhereTheModelPutIt(task)) {
      give(step, changes);
    }
  }

  /**
   * What somebody has taken himself stays in his hands until he puts it back, and what was sent elsewhere stays there until it
   * comes back; then it goes where the new version puts it.
   */
  private static boolean isWhereTheModelPutIt(Task task) {
    return !task.isReturned() && task.clockOf() == null
        && (task.state() == Task.State.OPEN || task.role() != null && !task.isWaiting());
  }

  private void give(Step step, List<String> changes) {
    Receiver to = receivers.of(step.context());
    places.lay(tasks.byId(step.task().id()).orElseThrow(), to);
    changes.add("“%s” is for %s now".formatted(step.context().step().name(), whom(to)));
  }

  private String whom(Receiver to) {
    return to.assignee() != null ? organisation.employee(to.assignee()).map(employee -> employee.name()).orElse(to.assignee())
        : organisation.department(to.department()).map(Department::name).orElse(to.department());
  }
}
