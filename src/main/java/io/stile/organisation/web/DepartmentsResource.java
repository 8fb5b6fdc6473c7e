package io.stile.organisation.web;

import io.stile.organisation.Presence;
import io.stile.organisation.Presences;
import io.stile.organisation.QueueFigures.QueueFigure;
import io.stile.web.Part;
import io.stile.web.Refusal;
import java.time.Instant;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For programs: how departments can be reached now. */
@RestController
@RequestMapping("/api/v1/departments")
@PreAuthorize("hasRole('EMPLOYEE')")
class DepartmentsResource {

  private final Presences presences;

  DepartmentsResource(Presences presences) {
    this.presences = presences;
  }

  /**
   * A department and how it can be reached now.
   *
   * @param key names the department
   * @param name what people read
   * @param lead sign-in name of its lead
   * @param phone under which colleagues reach it; null if none is known
   * @param open whether it is open now
   * @param turns when that changes: it closes, or opens next; null for never
   * @param onDuty its members at work now, by name; nobody while it is closed
   * @param unclaimed tasks in its queue that nobody has taken yet and that do not wait
   * @param late tasks in its queue that are past their due instant
   * @param usualMinutes minutes of its open time within which half of the latest tasks of the last 30 days were taken; null if they
   *     are too few to say
   */
  record DepartmentPresence(String key, String name, String lead, String phone, boolean open, Instant turns, List<AtWork> onDuty, int unclaimed,
                            int late, Long usualMinutes) {

    static DepartmentPresence of(Presence presence) {
      QueueFigure queue = presence.queue();
      return new DepartmentPresence(presence.department().key(), presence.department().name(), presence.department().lead(),
          presence.department().phone(), presence.open(), presence.turns(),
          presence.onDuty().stream().map(on -> new AtWork(on.employee().signIn(), on.employee().name(), on.employee().phone(), on.until())).toList(),
          queue.unclaimed(), queue.late(), queue.usual() == null ? null : queue.usual().toMinutes());
    }
  }

  /**
   * An employee at work.
   *
   * @param employee his sign-in name
   * @param name what people read
   * @param phone under which colleagues reach him; null if none is known
   * @param until exclusive: the department closes, his shift ends or his absence begins; null if neither ever happens
   */
  record AtWork(String employee, String name, String phone, Instant until) {}

  /** All departments that have work, by name. */
  @GetMapping
  Part<DepartmentPresence> list() {
    return Part.whole(presences.all().stream().map(DepartmentPresence::of).toList());
  }

  /**
   * One department.
   *
   * @param key of the department
   */
  @GetMapping("/{key}")
  DepartmentPresence show(@PathVariable String key) {
    return presences.of(key).map(DepartmentPresence::of).orElseThrow(() -> Refusal.notFound("department " + key));
  }
}
