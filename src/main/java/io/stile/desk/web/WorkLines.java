package io.stile.desk.web;

import io.stile.organisation.Organisation;
import io.stile.request.Clocks;
import io.stile.sla.SlaClock;
import io.stile.work.Claims;
import io.stile.work.QueueItem;
import io.stile.work.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts tasks into the words in which lists show them. */
@Component
class WorkLines {

  private final Organisation organisation;
  private final Claims claims;
  private final Clocks clocks;
  private final Clock clock;

  WorkLines(Organisation organisation, Claims claims, Clocks clocks, Clock clock) {
    this.organisation = organisation;
    this.claims = claims;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** The lines of a list as a viewer sees them. */
  List<WorkLine> of(List<QueueItem> items, String viewer) {
    EmployeeNames names = new EmployeeNames(organisation);
    Map<String, SlaClock> running = clocksOf(items.stream().map(QueueItem::task).toList());
    Leave leave = new Leave(viewer, new HashMap<>(), new HashMap<>());
    Instant now = clock.instant();
    return items.stream().map(item -> line(item, leave, names, running, now)).toList();
  }

  private WorkLine line(QueueItem item, Leave leave, EmployeeNames names, Map<String, SlaClock> running, Instant now) {
    Task task = item.task();
    TimeLeft left = TimeLeft.of(task, running.get(Clocks.ofTask(task.id())), now);
    return new WorkLine(task.id(), task.name(), left, item.typeName(), task.request(), item.customerName(),
        names.of(item.owner()), names.of(task.assignee()), leave.viewer().equals(task.assignee()),
        claimable(task, leave), givable(task, leave));
  }

  /** What the viewer may do with the tasks of a department: the same for all of them, so it is asked once a list. */
  private record Leave(String viewer, Map<String, Boolean> claims, Map<String, Boolean> gives) {}

  private boolean claimable(Task task, Leave leave) {
    if (task.state() != Task.State.OPEN || task.notBy() != null) {
      return task.state() == Task.State.OPEN && claims.whyNot(task, leave.viewer()).isEmpty();
    }
    return leave.claims().computeIfAbsent(task.department(),
        department -> claims.whyNot(task, leave.viewer()).isEmpty());
  }

  private boolean givable(Task task, Leave leave) {
    return task.department() != null && leave.gives().computeIfAbsent(task.department(),
        department -> claims.mayReassign(task, leave.viewer()));
  }

  /** The time left of one task. */
  TimeLeft left(Task task) {
    return TimeLeft.of(task, clocksOf(List.of(task)).get(Clocks.ofTask(task.id())), clock.instant());
  }

  private Map<String, SlaClock> clocksOf(Collection<Task> tasks) {
    return clocks.clocks(tasks.stream().map(Task::request).distinct().toList(),
        tasks.stream().map(Task::id).map(Clocks::ofTask).toList());
  }
}
