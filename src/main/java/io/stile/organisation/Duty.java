package io.stile.organisation;

import io.stile.sla.WorkingCalendar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Who is at work at an instant, from calendars, shifts and absences. */
@Service
public class Duty {

  private final Organisation organisation;
  private final Calendars calendars;
  private final Absences absences;
  private final Shifts shifts;

  Duty(Organisation organisation, Calendars calendars, Absences absences, Shifts shifts) {
    this.organisation = organisation;
    this.calendars = calendars;
    this.absences = absences;
    this.shifts = shifts;
  }

  /** The members at work for the department at the instant, by name; nobody while it is closed. */
  public List<OnDuty> onDuty(String department, Instant at) {
    Department found = required(department);
    return roster(List.of(found), at).onDuty(department, calendars.byKey(found.calendar()));
  }

  /** Who works for departments around an instant, each table read once. */
  Roster roster(Collection<Department> departments, Instant at) {
    List<String> keys = departments.stream().map(Department::key).toList();
    Map<String, List<Absence>> upcoming = absences.notEndedIn(keys, at).stream().collect(Collectors.groupingBy(Absence::employee));
    Map<String, List<Shift>> planned = shifts.notEndedIn(keys, at.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1)).stream()
        .collect(Collectors.groupingBy(Shift::employee));
    return new Roster(at, organisation.membersOf(keys), upcoming, planned);
  }

  /** Everybody who is at work for some department at the instant, by sign-in name; each table read once. */
  public Map<String, OnDuty> everybody(Instant at) {
    List<Department> all = organisation.departments();
    Roster roster = roster(all, at);
    Map<String, OnDuty> found = new HashMap<>();
    all.forEach(department -> roster.onDuty(department.key(), calendars.byKey(department.calendar()))
        .forEach(each -> found.merge(each.employee().signIn(), each, OnDuty::longer)));
    return found;
  }

  /** Those of {@link #onDuty} without until when: whom work of the department can be given to now. */
  public List<Employee> availableMembers(String department, Instant at) {
    return onDuty(department, at).stream().map(OnDuty::employee).toList();
  }

  /** The department's absences that cover the instant, earliest first. */
  public List<Absence> absentFrom(String department, Instant at) {
    return absences.notEndedIn(List.of(department), at).stream().filter(absence -> absence.covers(at)).toList();
  }

  /** Whether the employee can be given work now: employed, not absent, within his shift if he has one, and a department of his is open. */
  public boolean available(String signIn, Instant at) {
    return organisation.employee(signIn).filter(Employee::active)
        .filter(employee -> absences.notEndedOf(signIn, at).stream().noneMatch(absence -> absence.covers(at)))
        .filter(employee -> Roster.onDuty(employee, shifts.of(signIn), at, null).isPresent())
        .filter(employee -> employee.departments().stream().anyMatch(department -> isOpen(department, at)))
        .isPresent();
  }

  public boolean isOpen(String department, Instant at) {
    return calendarOf(department).isOpen(at);
  }

  /** When the department is open next: the instant itself if it is open then; empty if its calendar never opens again. */
  public Optional<Instant> opensNext(String department, Instant at) {
    return calendarOf(department).opensNext(at);
  }

  /** When the department closes next, seen from an instant at which it is open; empty if it is closed or never closes. */
  public Optional<Instant> closesNext(String department, Instant at) {
    return calendarOf(department).closesNext(at);
  }

  private WorkingCalendar calendarOf(String department) {
    return calendars.byKey(required(department).calendar());
  }

  private Department required(String department) {
    return organisation.department(department).orElseThrow(() ->
        new IllegalArgumentException("no department '%s'; there are: %s".formatted(department, keys())));
  }

  private Set<String> keys() {
    return organisation.departments().stream().map(Department::key).collect(Collectors.toSet());
  }
}
