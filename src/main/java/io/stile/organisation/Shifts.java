package io.stile.organisation;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import io.stile.audit.Subject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is on duty when, week by week. Each change leaves an entry in the audit log. */
@Service
public class Shifts {

  private final ShiftTable table;
  private final Employees employees;
  private final Audit audit;

  Shifts(ShiftTable table, Employees employees, Audit audit) {
    this.table = table;
    this.employees = employees;
    this.audit = audit;
  }

  /** The shifts of an employee, past ones too, by their first day. */
  public List<Shift> of(String employee) {
    return table.of(employee);
  }

  /** Those of the active members of a department that have not ended on a day; several of one employee stand together. */
  public List<Shift> notEndedIn(String department, LocalDate day) {
    return table.notEndedIn(List.of(department), day);
  }

  /** Those of the active members of departments that have not ended on a day; several of one employee stand together. */
  List<Shift> notEndedIn(Collection<String> departments, LocalDate day) {
    return table.notEndedIn(departments, day);
  }

  /**
   * Enters a shift. One that holds until further notice and began earlier ends where this one begins.
   *
   * @throws OrganisationRefused if it overlaps with another one, ends before it begins, has no hours, or hours of a day overlap
   */
  @Transactional
  public void add(Shift shift) {
    Employee employee = locked(shift.employee());
    check(shift, employee);
    table.of(shift.employee()).stream().filter(other -> other.until() == null && other.from().isBefore(shift.from()))
        .forEach(other -> end(other, shift.from(), employee));
    Optional<Shift> other = table.of(shift.employee()).stream().filter(each -> overlap(each, shift)).findFirst();
    other.ifPresent(each -> {
      throw OrganisationRefused.invalid("from", "From %s he has another shift, which holds %s; expected days that do not overlap."
          .formatted(each.from(), each.until() == null ? "until further notice" : "until " + each.until().minusDays(1)));
    });
    table.insert(shift);
    audit.record("added", subject(employee), new Changes().add(days(shift), null, WeekWords.of(shift.week())));
  }

  /**
   * Lets a shift end.
   *
   * @param until first day on which it no longer holds, after its first
   */
  @Transactional
  public void end(String signIn, long id, LocalDate until) {
    Employee employee = locked(signIn);
    Shift shift = required(signIn, id);
    if (!until.isAfter(shift.from()) || shift.until() != null && until.isAfter(shift.until())) {
      throw OrganisationRefused.invalid("until", "The shift holds from %s; it cannot end on %s.".formatted(shift.from(), until.minusDays(1)));
    }
    end(shift, until, employee);
  }

  /** Removes a shift as if it had never been. */
  @Transactional
  public void remove(String signIn, long id) {
    Employee employee = locked(signIn);
    Shift shift = required(signIn, id);
    table.delete(id);
    audit.record("removed", subject(employee), new Changes().add(days(shift), WeekWords.of(shift.week()), null));
  }

  private void end(Shift shift, LocalDate until, Employee employee) {
    table.end(shift.id(), until);
    audit.record("changed", subject(employee), new Changes().add("last day of the shift from " + shift.from(),
        shift.until() == null ? null : shift.until().minusDays(1), until.minusDays(1)));
  }

  private static void check(Shift shift, Employee employee) {
    if (shift.until() != null && !shift.from().isBefore(shift.until())) {
      throw OrganisationRefused.invalid("until", "The last day %s lies before the first, %s.".formatted(shift.until().minusDays(1), shift.from()));
    }
    if (shift.week().isEmpty()) {
      throw OrganisationRefused.invalid("week", "The shift has no hours at all; expected at least one day with a beginning and an end.");
    }
    try {
      shift.hours(employee.zone());
    } catch (IllegalArgumentException overlap) {
      throw OrganisationRefused.invalid("week", overlap.getMessage());
    }
  }

  private static boolean overlap(Shift one, Shift other) {
    return (other.until() == null || one.from().isBefore(other.until())) && (one.until() == null || other.from().isBefore(one.until()));
  }

  private Employee locked(String signIn) {
    return employees.lock(signIn).orElseThrow(() -> OrganisationRefused.unknown("employee '%s'".formatted(signIn))).employee();
  }

  private Shift required(String signIn, long id) {
    return table.of(signIn).stream().filter(shift -> shift.id() == id).findFirst()
        .orElseThrow(() -> OrganisationRefused.unknown("shift " + id + " of " + signIn + "; perhaps somebody has removed it"));
  }

  private static Subject subject(Employee employee) {
    return new Subject("shift", employee.signIn(), "of " + employee.name());
  }

  private static String days(Shift shift) {
    return "from " + shift.from() + (shift.until() == null ? "" : " to " + shift.until().minusDays(1));
  }
}
