package io.stile.work;

import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.web.Refused.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may return a task and answer a return, and when a return is the second one. */
@Component
class ReturnRules {

  private static final int LONGEST = 2_000;

  private final ReturnTable table;
  private final Claims claims;
  private final Organisation organisation;
  private final Requests requests;

  ReturnRules(ReturnTable table, Claims claims, Organisation organisation, Requests requests) {
    this.table = table;
    this.claims = claims;
    this.organisation = organisation;
    this.requests = requests;
  }

  /** Why an employee may not return a task now; empty if he may. */
  Optional<TaskRefused> whyNoReturn(Task task, String employee) {
    if (!task.isLive()) {
      return refused(Kind.CONFLICT, "“%s” cannot be returned: %s", task.name(), claims.standing(task));
    }
    if (!task.process().equals(task.type())) {
      return refused(Kind.CONFLICT, "“%s” cannot be returned: it belongs to no step of the request type", task.name());
    }
    if (table.runningOf(List.of(task.id())).stream().anyMatch(other -> other.state() == TaskReturn.State.DISPUTED)) {
      return refused(Kind.CONFLICT, "“%s” cannot be returned: the leads and the owner are deciding who does it", task.name());
    }
    return isConcerned(task, employee) ? Optional.empty() : refused(Kind.FORBIDDEN,
        "Only %s and the lead of its department may return “%s”", whoHasIt(task), task.name());
  }

  /** Why an employee may not send a returned task on now; empty if he may. */
  Optional<TaskRefused> whyNoAnswer(Task task, String employee) {
    if (!task.isLive() || !task.isReturned()) {
      return refused(Kind.CONFLICT, "“%s” is not returned: %s", task.name(), claims.standing(task));
    }
    return isConcerned(task, employee) ? Optional.empty() : refused(Kind.FORBIDDEN,
        "Only %s and the lead of its department may send “%s” on", whoHasIt(task), task.name());
  }

  private static String whoHasIt(Task task) {
    return task.assignee() == null ? "a member of its department" : "whoever has it";
  }

  /** Whoever has it, while nobody has a member of its department, and always its lead: nobody's work is sent away behind his back. */
  private boolean isConcerned(Task task, String employee) {
    if (organisation.employee(employee).filter(Employee::active).isEmpty()) {
      return false;
    }
    boolean works = task.assignee() == null ? organisation.isMember(employee, task.department()) : claims.has(task, employee);
    return works || task.department() != null && organisation.isLead(employee, task.department());
  }

  /** Whether the task was returned between the same two before, in either direction, or decided about. */
  boolean isSecond(Task task, TaskReturn asked) {
    return table.ofTask(task.id()).stream().anyMatch(before -> before.state() == TaskReturn.State.DECIDED || isBetweenTheSame(before, asked))
        || table.moved(task.request(), task.stepKey()).stream().anyMatch(before -> isBetweenTheSame(before, asked));
  }

  private static boolean isBetweenTheSame(TaskReturn one, TaskReturn other) {
    return Objects.equals(one.fromDepartment(), other.fromDepartment()) && Objects.equals(one.toDepartment(), other.toDepartment())
        || Objects.equals(one.fromDepartment(), other.toDepartment()) && Objects.equals(one.toDepartment(), other.fromDepartment());
  }

  /** Name of a department; for null the sign-in name of the owner, whom the journal puts into words. */
  String placeOf(String department, String request) {
    return department == null ? requests.byNumber(request).map(Request::owner).orElseThrow()
        : organisation.department(department).map(Department::name).orElse(department);
  }

  /** @throws TaskRefused if the text is empty, too long or cannot be kept */
  static String words(String field, String typed, String ask) {
    String words = typed == null ? "" : typed.strip();
    if (words.isEmpty()) {
      throw TaskRefused.invalid(field, ask);
    }
    if (words.length() > LONGEST || words.indexOf('\0') >= 0) {
      throw TaskRefused.invalid(field, "Expected text of at most %,d characters; this has %,d.".formatted(LONGEST, words.length()));
    }
    return words;
  }

  private static Optional<TaskRefused> refused(Kind kind, String words, Object... values) {
    return Optional.of(new TaskRefused(kind, words.formatted(values)));
  }
}
