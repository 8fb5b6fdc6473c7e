package io.stile.work;

import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.engine.StepContext;
import io.stile.engine.StepId;
import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.work.StepTarget.Target;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Resolves the one literal with which a model says who a step is for: the key of a department, or a role word.
 * {@code role-owner} is the owner of the request; {@code role-lead} is the lead of the department whose task is late;
 * {@code role-target} is whom a protocol concerns, as the module behind it says ({@link StepTarget}).
 */
@Component
class Receivers {

  static final String OWNER = "role-owner";
  static final String LEAD = "role-lead";
  static final String TARGET = "role-target";

  private final Organisation organisation;
  private final Requests requests;
  private final RequestTypes types;
  private final TaskTable tasks;
  private final TargetTasks targets;

  Receivers(Organisation organisation, Requests requests, RequestTypes types, TaskTable tasks, TargetTasks targets) {
    this.organisation = organisation;
    this.requests = requests;
    this.types = types;
    this.tasks = tasks;
    this.targets = targets;
  }

  /**
   * Who a step that begins is for.
   *
   * @throws IllegalArgumentException if the model names neither a department nor a role word
   */
  Receiver of(StepContext context) {
    Request request = requests.byNumber(context.caseKey().value()).orElseThrow();
    String group = context.step().group();
    Receiver receiver = switch (group == null ? "" : group) {
      case OWNER -> new Receiver(null, OWNER, request.owner(), calendarOf(request));
      case LEAD -> leadFor(request, context.subject());
      case TARGET -> target(request, targets.targetOf(context));
      default -> department(group, context);
    };
    return context.step().property("calendar")
        .map(calendar -> new Receiver(receiver.department(), receiver.role(), receiver.assignee(), calendar))
        .orElse(receiver);
  }

  private Receiver department(String key, StepContext context) {
    Department department = organisation.department(key).orElseThrow(() -> new IllegalArgumentException(
        "The step '%s' is for '%s', which is neither a department nor a role word"
            .formatted(context.step().key(), key)));
    return new Receiver(department.key(), null, null, department.calendar());
  }

  private Receiver target(Request request, Target target) {
    if (target.employee() == null) {
      Department department = organisation.department(target.department()).orElseThrow();
      return new Receiver(department.key(), TARGET, null, department.calendar());
    }
    String calendar = organisation.calendarOf(target.employee()).orElseGet(() -> calendarOf(request));
    return new Receiver(null, TARGET, target.employee(), calendar);
  }

  private Receiver leadFor(Request request, String lateStep) {
    Optional<Task> late = Optional.ofNullable(lateStep).map(StepId::new).flatMap(tasks::byStep);
    Optional<Department> department = late.map(Task::department).flatMap(organisation::department)
        .or(() -> departmentOver(late.map(Task::assignee).orElse(request.owner())));
    return department.map(found -> new Receiver(found.key(), LEAD, found.lead(), found.calendar()))
        .orElseGet(() -> new Receiver(null, LEAD, managerOr(request.owner()), calendarOf(request)));
  }

  /** A department of somebody's that another one leads; a late step of a lead is for those above him. */
  private Optional<Department> departmentOver(String employee) {
    return organisation.departments().stream().filter(department -> organisation.isMember(employee, department.key()))
        .filter(department -> !department.lead().equals(employee)).findFirst();
  }

  private String managerOr(String owner) {
    return organisation.managers().stream().map(Employee::signIn).findFirst().orElse(owner);
  }

  private String calendarOf(Request request) {
    return types.byKey(request.type()).map(RequestType::calendar).orElseThrow();
  }
}
