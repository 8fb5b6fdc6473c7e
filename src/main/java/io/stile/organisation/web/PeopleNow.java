package io.stile.organisation.web;

import io.stile.organisation.Absence;
import io.stile.organisation.Calendars;
import io.stile.organisation.Department;
import io.stile.organisation.Duty;
import io.stile.organisation.Employee;
import io.stile.organisation.OnDuty;
import io.stile.organisation.Organisation;
import io.stile.organisation.web.Person.State;
import io.stile.sla.WorkingCalendar;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together who is on duty, who is absent, and who is looked for. */
@Component
class PeopleNow {

  private final Organisation organisation;
  private final Calendars calendars;
  private final Duty duty;

  PeopleNow(Organisation organisation, Calendars calendars, Duty duty) {
    this.organisation = organisation;
    this.calendars = calendars;
    this.duty = duty;
  }

  /**
   * The departments by name, each with those on duty and absent.
   *
   * @param looked a name, sign-in name or department, or a piece of one, in any case and without accents; then everybody
   *     whom it fits is shown, also who is not on duty, and departments without any are left out. Blank for all
   */
  List<DepartmentNow> departments(String looked, Instant at) {
    return organisation.departments().stream()
        .map(department -> now(department, looked, at))
        .filter(now -> looked.isBlank() || !now.people().isEmpty())
        .toList();
  }

  /** Those who belong to no department, such as managers, by name; as {@link #departments} if somebody is looked for. */
  List<Employee> acrossDepartments(String looked) {
    return organisation.employees().stream()
        .filter(employee -> employee.departments().isEmpty())
        .filter(employee -> fits(looked, employee.name(), employee.signIn()))
        .toList();
  }

  private DepartmentNow now(Department department, String looked, Instant at) {
    WorkingCalendar calendar = calendars.byKey(department.calendar());
    boolean open = calendar.isOpen(at);
    Instant turns = (open ? calendar.closesNext(at) : calendar.opensNext(at)).orElse(null);
    String lead = organisation.employee(department.lead()).map(Employee::name).orElse(department.lead());
    return new DepartmentNow(department, lead, calendar.name(), calendar.zone(), open, turns, people(department, looked, at));
  }

  private List<Person> people(Department department, String looked, Instant at) {
    boolean wholeDepartment = fits(looked, department.name(), department.key());
    return all(department, at).filter(person -> looked.isBlank()
            ? person.state() != State.OFF_DUTY
            : wholeDepartment || fits(looked, person.employee().name(), person.employee().signIn()))
        .sorted(Comparator.comparing(Person::state)).toList();
  }

  private Stream<Person> all(Department department, Instant at) {
    Map<String, OnDuty> onDuty = duty.onDuty(department.key(), at).stream()
        .collect(Collectors.toMap(on -> on.employee().signIn(), Function.identity()));
    Map<String, Absence> absent = duty.absentFrom(department.key(), at).stream()
        .collect(Collectors.toMap(Absence::employee, Function.identity(), (one, other) -> one.until().isAfter(other.until()) ? one : other));
    return organisation.membersOf(department.key()).stream()
        .map(employee -> person(employee, department, onDuty.get(employee.signIn()), absent.get(employee.signIn())));
  }

  private Person person(Employee employee, Department department, OnDuty onDuty, Absence absence) {
    boolean lead = department.lead().equals(employee.signIn());
    if (absence != null) {
      String deputy = absence.deputy() == null ? null : organisation.employee(absence.deputy()).map(Employee::name).orElse(absence.deputy());
      return new Person(employee, State.ABSENT, absence.until(), lead, deputy);
    }
    return onDuty == null ? new Person(employee, State.OFF_DUTY, null, lead, null) : new Person(employee, State.ON_DUTY, onDuty.until(), lead, null);
  }

  private static boolean fits(String looked, String... texts) {
    String piece = plain(looked.strip());
    return Stream.of(texts).anyMatch(text -> plain(text).contains(piece));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replace('ı', 'i');
  }
}
