package io.stile.handover;

import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.organisation.Absence;
import io.stile.organisation.Absences;
import io.stile.organisation.Calendars;
import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.LeastLoaded;
import io.stile.request.Request;
import io.stile.sla.Target;
import io.stile.web.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What an offer must be, to whom of a department it goes, and until when he has time to answer. */
@Component
class Offers {

  static final int LONGEST_TEXT = 2_000;
  /** How long the receiver has, in open hours, until the receiving lead answers instead. The model says when both leads hear of it. */
  private static final Target RECEIVERS_TIME = Target.parse("PT2H");
  /** How long somebody has, in open hours, to give back what his lead named him for. */
  private static final Target TIME_OF_THE_NAMED = Target.parse("PT1H");
  private static final Pattern UNKEEPABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private final Organisation organisation;
  private final Absences absences;
  private final Calendars calendars;
  private final RequestTypes types;
  private final LeastLoaded leastLoaded;
  private final Times times;

  Offers(Organisation organisation, Absences absences, Calendars calendars, RequestTypes types, LeastLoaded leastLoaded,
      Times times) {
    this.organisation = organisation;
    this.absences = absences;
    this.calendars = calendars;
    this.types = types;
    this.leastLoaded = leastLoaded;
    this.times = times;
  }

  /**
   * What is asked for with blanks stripped and absent values null.
   *
   * @throws HandOverRefused if a value is missing or cannot be kept, or there is not exactly one target
   */
  NewHandOver read(NewHandOver asked) {
    String department = given(asked.department());
    String employee = given(asked.employee());
    if ((department == null) == (employee == null)) {
      throw HandOverRefused.invalid(department == null ? "employee" : "department",
          department == null ? "Say to whom it is offered: a department or an employee."
              : "Expected either a department or an employee, not '%.60s' and '%.60s'.".formatted(department, employee));
    }
    return new NewHandOver(asked.request(), department, employee, text("reason", asked.reason(), "Say why you hand it over."),
        optional("left", asked.left()), asked.by());
  }

  /**
   * A reason and a better target, as a person gave them.
   *
   * @throws HandOverRefused if the reason is missing, or the better target is nobody to whom it could be offered
   */
  Declined read(String reason, String department, String employee) {
    Declined why = new Declined(text("reason", reason, "Say why you do not take it over."), given(department), given(employee));
    if (why.department() != null && why.employee() != null) {
      throw HandOverRefused.invalid("department", "Expected either a better department or a better employee, not both.");
    }
    if (why.department() != null) {
      department(why.department());
    }
    if (why.employee() != null) {
      employee(why.employee());
    }
    return why;
  }

  /**
   * The employee to whom an offer goes.
   *
   * @throws HandOverRefused if there is nobody; the message names who was expected
   */
  String receiver(NewHandOver asked, Request request, Instant now) {
    return asked.employee() == null ? ofDepartment(department(asked.department()), request, now)
        : theEmployee(employee(asked.employee()), request, now);
  }

  private String theEmployee(Employee employee, Request request, Instant now) {
    if (employee.signIn().equals(request.owner())) {
      throw HandOverRefused.invalid("employee", "%s owns %s already; expected somebody else."
          .formatted(employee.name(), request.number()));
    }
    absence(employee.signIn(), now).ifPresent(absence -> {
      String deputy = absence.deputy() == null ? "" : ", and %s stands in for him".formatted(nameOf(absence.deputy()));
      throw HandOverRefused.invalid("employee", "%s is absent until %s%s. Expected somebody who is there."
          .formatted(employee.name(), times.absolute(absence.until(), employee.zone()), deputy));
    });
    return employee.signIn();
  }

  /** The least loaded member at work; while nobody is, the lead, as for a new request. */
  private String ofDepartment(Department department, Request request, Instant now) {
    return leastLoaded.of(department.key(), now, Set.of(request.owner()))
        .or(() -> Optional.of(department.lead()).filter(lead -> canBeAsked(lead, request, now)))
        .or(() -> leastLoaded.among(organisation.membersOf(department.key()).stream().map(Employee::signIn)
            .filter(member -> canBeAsked(member, request, now)).toList()))
        .orElseThrow(() -> HandOverRefused.invalid("department", "Nobody of %s is there to take it over but its owner."
            .formatted(department.name())));
  }

  private boolean canBeAsked(String employee, Request request, Instant now) {
    return !employee.equals(request.owner()) && absence(employee, now).isEmpty()
        && organisation.employee(employee).filter(Employee::active).isPresent();
  }

  Optional<Absence> absence(String employee, Instant now) {
    return absences.notEndedOf(employee, now).stream().filter(absence -> absence.covers(now)).findFirst();
  }

  /** When the receiving lead is asked if the receiver has not answered. */
  Instant leadAskedAt(String receiver, Request request, Instant now) {
    return within(RECEIVERS_TIME, receiver, request, now);
  }

  /** Until when somebody whom the receiving lead named can give the request back to him. */
  Instant declinableUntil(String named, Request request, Instant now) {
    return within(TIME_OF_THE_NAMED, named, request, now);
  }

  private Instant within(Target time, String receiver, Request request, Instant now) {
    String calendar = organisation.calendarOf(receiver)
        .orElseGet(() -> types.byKey(request.type()).map(RequestType::calendar).orElseThrow());
    return calendars.byKey(calendar).due(now, time);
  }

  /** The employees to whom a request of that owner can be offered, by name. */
  List<Employee> employees(String owner) {
    return organisation.employees().stream().filter(employee -> !employee.signIn().equals(owner)).toList();
  }

  private Department department(String key) {
    return organisation.departments().stream().filter(department -> department.key().equals(key)).findFirst()
        .orElseThrow(() -> HandOverRefused.invalid("department", "There is no department '%.60s'; expected one of %s."
            .formatted(key, String.join(", ", organisation.departments().stream().map(Department::key).toList()))));
  }

  private Employee employee(String signIn) {
    return organisation.employee(signIn).filter(Employee::active).orElseThrow(() -> HandOverRefused.invalid("employee",
        "Expected the sign-in name of an active employee; '%.60s' is none.".formatted(signIn)));
  }

  private String nameOf(String signIn) {
    return organisation.employee(signIn).map(Employee::name).orElse(signIn);
  }

  private static String given(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static String text(String field, String typed, String ask) {
    String text = optional(field, typed);
    if (text.isEmpty()) {
      throw HandOverRefused.invalid(field, ask);
    }
    return text;
  }

  private static String optional(String field, String typed) {
    String text = typed == null ? "" : typed.strip();
    if (text.length() > LONGEST_TEXT || UNKEEPABLE.matcher(text).find()) {
      throw HandOverRefused.invalid(field, "Expected text of at most %d characters; this has %d."
          .formatted(LONGEST_TEXT, text.length()));
    }
    return text;
  }
}
