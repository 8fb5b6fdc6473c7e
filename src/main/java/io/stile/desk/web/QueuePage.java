package io.stile.desk.web;

import io.stile.catalogue.RequestTypes;
import io.stile.desk.Names;
import io.stile.organisation.Department;
import io.stile.organisation.Duty;
import io.stile.organisation.Organisation;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import io.stile.work.Page;
import io.stile.work.QueueFilter;
import io.stile.work.QueueItem;
import io.stile.work.Queues;
import java.time.Clock;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The queue of a department, the task due first first. */
@Controller
@PreAuthorize("hasRole('EMPLOYEE')")
class QueuePage {

  private static final int LINES = 50;

  private final Organisation organisation;
  private final Duty duty;
  private final Queues queues;
  private final RequestTypes types;
  private final WorkLines lines;
  private final Clock clock;

  QueuePage(Organisation organisation, Duty duty, Queues queues, RequestTypes types, WorkLines lines, Clock clock) {
    this.organisation = organisation;
    this.duty = duty;
    this.queues = queues;
    this.types = types;
    this.lines = lines;
    this.clock = clock;
  }

  /**
   * What the list is narrowed to, as the form sends it.
   *
   * @param cursor where the page begins, or null for the first
   */
  record Narrowed(String type, String customer, Boolean late, Boolean unclaimed, Boolean waiting,
                  String cursor) {

    Narrowed {
      late = Boolean.TRUE.equals(late);
      unclaimed = Boolean.TRUE.equals(unclaimed);
      waiting = Boolean.TRUE.equals(waiting);
    }

    QueueFilter filter(String department) {
      return new QueueFilter(department, null, type, customer == null ? null : customer.strip(), late, unclaimed)
          .waiting(waiting ? true : null);
    }

    /** Whether anything is left out. */
    public boolean narrows() {
      return late || unclaimed || waiting || isGiven(type) || isGiven(customer);
    }

    private static boolean isGiven(String value) {
      return value != null && !value.isBlank();
    }
  }

  @GetMapping("/queues/{key}")
  String show(@PathVariable String key, Narrowed narrowed, Viewer viewer, Model model) {
    Department department = organisation.department(key).orElseThrow(() -> Refusal.notFound("department " + key));
    QueueFilter filter = narrowed.filter(key);
    Page<QueueItem> page = queues.page(filter, narrowed.cursor(), LINES);
    model.addAttribute("department", department);
    model.addAttribute("lead", new Names(organisation).employee(department.lead()));
    model.addAttribute("member", organisation.isMember(viewer.signIn(), key));
    model.addAttribute("open", duty.isOpen(key, clock.instant()));
    model.addAttribute("opensNext", duty.opensNext(key, clock.instant()).orElse(null));
    model.addAttribute("types", types.all());
    model.addAttribute("narrowed", narrowed);
    model.addAttribute("all", queues.count(QueueFilter.ofDepartment(key)));
    model.addAttribute("count", queues.count(filter));
    model.addAttribute("lines", lines.of(page.items(), viewer.signIn()));
    model.addAttribute("next", page.next());
    return "desk/queue";
  }
}
