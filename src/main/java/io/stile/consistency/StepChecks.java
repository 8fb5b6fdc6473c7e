package io.stile.consistency;

import io.stile.engine.Inventory.WaitingAlarm;
import io.stile.engine.Inventory.WaitingAlarm.Kind;
import io.stile.engine.Inventory.WaitingStep;
import io.stile.engine.StepId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Compares the tasks and promises with the steps and alarms that wait in the engine. */
@Component
@Order(2)
class StepChecks implements Checks {

  @Override
  public List<Check> checks() {
    return List.of(
        new LookCheck("tasks-wait", "Each open task is a step that waits in the engine, of the same request and due at the same"
            + " instant, and each step that waits is an open task.", StepChecks::tasks),
        new LookCheck("alarms-of-tasks", "Each open task with a target has its warning and its late alarm at the instants that"
            + " it shows, until they have gone off.", StepChecks::alarmsOfTasks),
        new LookCheck("alarms-of-promises", "Each open promise has its alarm at the instant that the customer knows, or its"
            + " owner has the task to renew it.", StepChecks::alarmsOfPromises),
        new LookCheck("waits-end", "Each task that waits has its alarm at its review date, and no other task has one.",
            StepChecks::waits),
        new LookCheck("alarms-alive", "No alarm has failed so often that it was given up.", StepChecks::givenUp));
  }

  private static long tasks(Snapshot snapshot, Findings found) {
    Map<StepId, WaitingStep> waiting = snapshot.steps().stream().collect(Collectors.toMap(WaitingStep::step, step -> step));
    List<LiveTask> tasks = snapshot.tasks();
    for (LiveTask task : tasks) {
      WaitingStep step = waiting.remove(task.step());
      if (step == null) {
        found.add(task.request(), task.label(), "a step that waits", "none");
      } else {
        found.compare(task.request(), task.label(),
            "%s of %s, %s".formatted(task.stepKey(), task.process(), task.request()),
            "%s of %s, %s".formatted(step.key(), step.process(), step.caseKey()));
        found.compare(task.request(), task.label(), due(task.dueAt()), due(step.due()));
      }
    }
    waiting.values().forEach(step -> found.add(step.caseKey(), "step %s (%s)".formatted(step.step(), step.key()),
        "an open task", "none"));
    return tasks.size();
  }

  private static String due(Instant at) {
    return at == null ? "no target" : "due " + at;
  }

  private static long alarmsOfTasks(Snapshot snapshot, Findings found) {
    Map<StepId, List<WaitingAlarm>> alarms = snapshot.alarms().stream().filter(alarm -> alarm.step() != null)
        .collect(Collectors.groupingBy(WaitingAlarm::step));
    List<LiveTask> tasks = snapshot.tasks().stream().filter(task -> task.dueAt() != null).toList();
    for (LiveTask task : tasks) {
      List<WaitingAlarm> mine = alarms.getOrDefault(task.step(), List.of());
      List<Instant> late = due(mine, Kind.BOUNDARY);
      if (task.hasLateAlarm() && !late.contains(task.dueAt())) {
        found.add(task.request(), task.label(), "a late alarm at " + task.dueAt(), "late alarms at " + late);
      }
      List<Instant> warnings = due(mine, Kind.WARNING);
      if (!warnings.equals(List.of(task.warnAt())) && !(warnings.isEmpty() && task.warningIsOver(snapshot.at()))) {
        found.add(task.request(), task.label(), "a warning at " + task.warnAt(), "warnings at " + warnings);
      }
    }
    return tasks.size();
  }

  private static List<Instant> due(List<WaitingAlarm> alarms, Kind kind) {
    return alarms.stream().filter(alarm -> alarm.kind() == kind).map(WaitingAlarm::due).toList();
  }

  private static long alarmsOfPromises(Snapshot snapshot, Findings found) {
    Map<String, List<Instant>> alarms = new HashMap<>();
    snapshot.alarms().stream().filter(alarm -> alarm.kind() == Kind.BETWEEN && alarm.process().equals("promise"))
        .forEach(alarm -> alarms.computeIfAbsent(alarm.caseKey(), key -> new ArrayList<>()).add(alarm.due()));
    long[] open = {0};
    snapshot.jdbc().sql("""
        select p.id, p.request, p.due_at from promise p where p.state = 'OPEN' and not exists (
          select from task t where t.request = p.request and t.process = 'promise' and t.subject = p.id::text
            and t.state in ('OPEN', 'CLAIMED'))""").query(row -> {
      open[0]++;
      Instant due = row.getTimestamp("due_at").toInstant();
      List<Instant> set = alarms.getOrDefault(row.getString("request"), List.of());
      if (!set.contains(due)) {
        found.add(row.getString("request"), "promise " + row.getString("id"), "an alarm at " + due, "alarms at " + set);
      }
    });
    return open[0];
  }

  private static long waits(Snapshot snapshot, Findings found) {
    Map<String, List<Instant>> expected = new HashMap<>();
    snapshot.jdbc().sql("select request, waiting_until from task where waiting_for is not null order by waiting_until")
        .query(row -> {
          expected.computeIfAbsent(row.getString("request"), key -> new ArrayList<>())
              .add(row.getTimestamp("waiting_until").toInstant());
        });
    Map<String, List<Instant>> alarms = new HashMap<>();
    snapshot.alarms().stream().filter(alarm -> alarm.process().equals("waiting"))
        .sorted(Comparator.comparing(WaitingAlarm::due))
        .forEach(alarm -> alarms.computeIfAbsent(alarm.caseKey(), key -> new ArrayList<>()).add(alarm.due()));
    Set<String> requests = new TreeSet<>(expected.keySet());
    requests.addAll(alarms.keySet());
    requests.forEach(request -> found.compare(request, "review dates of tasks that wait",
        expected.getOrDefault(request, List.of()), alarms.getOrDefault(request, List.of())));
    return requests.size();
  }

  private static long givenUp(Snapshot snapshot, Findings found) {
    snapshot.alarms().stream().filter(WaitingAlarm::givenUp).forEach(alarm -> found.add(alarm.caseKey(),
        "alarm " + alarm.element(), "another try at some time", "given up; it was due " + alarm.due()));
    return snapshot.alarms().size();
  }
}
