package io.stile.organisation;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import io.stile.audit.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When employees are absent, and who stands in for them. Each change leaves an entry in the audit log. */
@Service
public class Absences {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

  private final AbsenceTable table;
  private final Employees employees;
  private final Audit audit;

  Absences(AbsenceTable table, Employees employees, Audit audit) {
    this.table = table;
    this.employees = employees;
    this.audit = audit;
  }

  /**
   * Enters an absence.
   *
   * @throws OrganisationRefused if the employee is absent at that time already, or stands in for somebody; or if the deputy is nobody who
   *     could, or absent himself; the message names the other absence
   */
  @Transactional
  public void add(Absence absence) {
    table.holdStill();
    Employee employee = active("employee", absence.employee());
    refuse("from", table.overlapping(absence.employee(), absence.from(), absence.until()),
        other -> "%s is absent already %s; expected a time that does not overlap.".formatted(employee.name(), words(other, employee.zone())));
    refuse("from", table.standingIn(absence.employee(), absence.from(), absence.until()),
        other -> "%s stands in for %s %s; expected another deputy there first.".formatted(employee.name(), other.employee(),
            words(other, employee.zone())));
    if (absence.deputy() != null) {
      checkDeputy(absence, employee.zone());
    }
    table.insert(absence);
    audit.record("added", subject(employee), changes(null, absence, employee.zone()));
  }

  /**
   * Gives an absence another deputy, or none.
   *
   * @param deputy sign-in name; null for none
   * @throws OrganisationRefused as for {@link #add}
   */
  @Transactional
  public void setDeputy(long id, String deputy) {
    table.holdStill();
    Absence before = required(id);
    Absence after = new Absence(id, before.employee(), before.from(), before.until(), before.kind(), deputy);
    Employee employee = employees.bySignIn(before.employee()).orElseThrow();
    if (deputy != null) {
      checkDeputy(after, employee.zone());
    }
    table.setDeputy(id, deputy);
    audit.record("changed", subject(employee), new Changes().add("deputy", before.deputy(), deputy));
  }

  /** Removes an absence: it was entered by mistake, or he comes to work after all. */
  @Transactional
  public void remove(long id) {
    Absence absence = required(id);
    Employee employee = employees.bySignIn(absence.employee()).orElseThrow();
    table.delete(id);
    audit.record("removed", subject(employee), changes(absence, null, employee.zone()));
  }

  public Optional<Absence> byId(long id) {
    return table.byId(id);
  }

  /** Those of the employee that have not ended at the instant, earliest first: the present ones and the coming ones. */
  public List<Absence> notEndedOf(String employee, Instant at) {
    return table.notEndedOf(employee, at);
  }

  /** Those of the active members of departments that have not ended at the instant, earliest first. */
  List<Absence> notEndedIn(Collection<String> departments, Instant at) {
    return table.notEndedIn(departments, at);
  }

  /**
   * Those of all active employees that have not ended at the instant, earliest first.
   *
   * @param after id of the one behind which the part begins; null for the first part
   */
  public List<Absence> notEnded(Instant at, Long after, int limit) {
    return table.notEnded(at, after, limit);
  }

  private void checkDeputy(Absence absence, ZoneId zone) {
    if (absence.deputy().equals(absence.employee())) {
      throw OrganisationRefused.invalid("deputy", "'%s' cannot stand in for himself; expected somebody else.".formatted(absence.deputy()));
    }
    Employee deputy = active("deputy", absence.deputy());
    refuse("deputy", table.overlapping(absence.deputy(), absence.from(), absence.until()),
        other -> "%s is absent himself %s; expected somebody who is there.".formatted(deputy.name(), words(other, zone)));
  }

  private static void refuse(String field, Optional<Absence> inTheWay, Function<Absence, String> words) {
    inTheWay.ifPresent(other -> {
      throw OrganisationRefused.invalid(field, words.apply(other));
    });
  }

  private Employee active(String field, String signIn) {
    return employees.bySignIn(signIn).filter(Employee::active).orElseThrow(() -> OrganisationRefused.invalid(field,
        "'%s' is no active employee; expected the sign-in name of one.".formatted(signIn)));
  }

  private Absence required(long id) {
    return table.byId(id).orElseThrow(() -> OrganisationRefused.unknown("absence " + id + "; perhaps somebody has removed it"));
  }

  private static String words(Absence absence, ZoneId zone) {
    return "from %s until %s".formatted(MOMENT.format(absence.from().atZone(zone)), MOMENT.format(absence.until().atZone(zone)));
  }

  private static Subject subject(Employee employee) {
    return new Subject("absence", employee.signIn(), "of " + employee.name());
  }

  /** Why somebody is absent is nobody's business, and stays out of the log. */
  private static Changes changes(Absence before, Absence after, ZoneId zone) {
    return new Changes().add("time", before == null ? null : words(before, zone), after == null ? null : words(after, zone))
        .add("deputy", before == null ? null : before.deputy(), after == null ? null : after.deputy());
  }
}
