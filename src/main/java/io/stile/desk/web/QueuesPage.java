package io.stile.desk.web;

import io.stile.desk.Names;
import io.stile.organisation.Department;
import io.stile.organisation.Duty;
import io.stile.organisation.Organisation;
import io.stile.web.Viewer;
import io.stile.work.Queues.Count;
import io.stile.work.Queues;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The queues of all departments at a glance: who leads, whether somebody is there, how much waits. */
@Controller
@PreAuthorize("hasRole('EMPLOYEE')")
class QueuesPage {

  private final Organisation organisation;
  private final Duty duty;
  private final Queues queues;
  private final Clock clock;

  QueuesPage(Organisation organisation, Duty duty, Queues queues, Clock clock) {
    this.organisation = organisation;
    this.duty = duty;
    this.queues = queues;
    this.clock = clock;
  }

  /**
   * A department's queue.
   *
   * @param lead  name
   * @param turns when it closes if it is open, when it opens if it is closed; null if it never does
   */
  record QueueNow(String key, String name, String lead, boolean mine, boolean open, Instant turns, Count count) {}

  @GetMapping("/queues")
  String show(Viewer viewer, Model model) {
    List<Department> departments = organisation.departments();
    Map<String, Count> counts = queues.countsOf(departments.stream().map(Department::key).toList());
    Names names = new Names(organisation);
    model.addAttribute("queues", departments.stream().map(department -> now(department, names, viewer,
        counts.getOrDefault(department.key(), Count.NONE))).toList());
    return "desk/queues";
  }

  private QueueNow now(Department department, Names names, Viewer viewer, Count count) {
    Instant at = clock.instant();
    boolean open = duty.isOpen(department.key(), at);
    Instant turns = (open ? duty.closesNext(department.key(), at) : duty.opensNext(department.key(), at)).orElse(null);
    return new QueueNow(department.key(), department.name(), names.employee(department.lead()),
        organisation.isMember(viewer.signIn(), department.key()), open, turns, count);
  }
}
