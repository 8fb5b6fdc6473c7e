package io.stile.desk.web;

import io.stile.desk.ClockView;
import io.stile.desk.ClockViews;
import io.stile.desk.Names;
import io.stile.organisation.Absence;
import io.stile.organisation.Deputies;
import io.stile.organisation.Organisation;
import io.stile.work.Claims;
import io.stile.work.QueueItem;
import io.stile.work.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts tasks into the words in which lists show them. */
@Component
class WorkLines {

  private final Organisation organisation;
  private final Claims claims;
  private final ClockViews clocks;
  private final TaskReturns returns;
  private final Deputies deputies;

  WorkLines(Organisation organisation, Claims claims, ClockViews clocks, TaskReturns returns, Deputies deputies) {
    this.organisation = organisation;
    this.claims = claims;
    this.clocks = clocks;
    this.returns = returns;
    this.deputies = deputies;
  }

  /** The lines of a list as a viewer sees them. */
  List<WorkLine> of(List<QueueItem> items, String viewer) {
    Names names = new Names(organisation);
    Map<Long, ClockView> running = clocks.ofTasks(items.stream().map(QueueItem::task).toList());
    Leave leave = new Leave(viewer, new HashMap<>(), new HashMap<>());
    Marks marks = new Marks(returns.marks(items.stream().map(QueueItem::task).toList()), deputies.standsInFor(viewer));
    return items.stream().map(item -> line(item, leave, names, running.get(item.task().id()), marks)).toList();
  }

  private WorkLine line(QueueItem item, Leave leave, Names names, ClockView clock, Marks marks) {
    Task task = item.task();
    return new WorkLine(task.id(), task.name(), clock, task.waiting(), item.typeName(), task.request(), item.customerName(),
        names.employee(item.owner()), names.employee(task.assignee()), leave.viewer().equals(task.assignee()),
        claimable(task, leave), givable(task, leave), marks.returned().get(task.id()), marks.standsIn(task, names));
  }

  /** What is said of some tasks only, asked once a list. */
  private record Marks(Map<Long, String> returned, List<Absence> absent) {

    StandsIn standsIn(Task task, Names names) {
      return absent.stream().filter(absence -> absence.employee().equals(task.assignee())).findFirst()
          .map(absence -> new StandsIn(names.employee(absence.employee()), absence.until())).orElse(null);
    }
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
}
