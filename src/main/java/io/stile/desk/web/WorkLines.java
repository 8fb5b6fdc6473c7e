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
    Instant now = clock.instant();
    return items.stream().map(item -> line(item, viewer, names, running, now)).toList();
  }

  private WorkLine line(QueueItem item, String viewer, EmployeeNames names, Map<String, SlaClock> running, Instant now) {
    Task task = item.task();
    TimeLeft left = TimeLeft.of(task, running.get(Clocks.ofTask(task.id())), now);
    boolean claimable = task.state() == Task.State.OPEN && claims.whyNot(task, viewer).isEmpty();
    return new WorkLine(task.id(), task.name(), left, item.typeName(), task.request(), item.customerName(),
        names.of(item.owner()), names.of(task.assignee()), viewer.equals(task.assignee()), claimable,
        claims.mayReassign(task, viewer));
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
