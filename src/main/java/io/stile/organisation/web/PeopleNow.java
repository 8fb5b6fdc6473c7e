package io.stile.organisation.web;

import io.stile.organisation.Absence;
import io.stile.organisation.Employee;
import io.stile.organisation.OnDuty;
import io.stile.organisation.Organisation;
import io.stile.organisation.Presence;
import io.stile.organisation.Presences;
import io.stile.organisation.web.Person.State;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together who is on duty, who is absent, and who is looked for. */
@Component
class PeopleNow {

  /** How many people of each department are shown among all departments. */
  private static final int FEW = 12;
  /** How many of one department alone. */
  private static final int MANY = 300;

  private final Organisation organisation;
  private final Presences presences;

  PeopleNow(Organisation organisation, Presences presences) {
    this.organisation = organisation;
    this.presences = presences;
  }

  /**
   * The departments by name, each with those on duty and absent.
   *
   * @param looked a name, sign-in name or department, or a piece of one, in any case and without accents; then everybody
   *     whom it fits is shown, also who is not on duty, and departments without any are left out. Blank for all
   */
  List<DepartmentNow> departments(String looked) {
    return presences.all().stream().map(presence -> now(presence, looked, FEW))
        .filter(now -> looked.isBlank() || !now.people().isEmpty()).toList();
  }

  /** One department with all who belong to it, also who is not on duty; empty if there is none of that key. */
  Optional<DepartmentNow> department(String key) {
    return presences.of(key).map(presence -> now(presence, presence.department().key(), MANY));
  }

  /** Those who belong to no department, such as managers, by name; as {@link #departments} if somebody is looked for. */
  List<Employee> acrossDepartments(String looked) {
    return organisation.withoutDepartment().stream()
        .filter(employee -> fits(looked, employee.name(), employee.signIn())).limit(MANY).toList();
  }

  private DepartmentNow now(Presence presence, String looked, int most) {
    List<Person> people = people(presence, looked);
    List<Person> shown = people.subList(0, Math.min(most, people.size()));
    Map<String, String> deputies = organisation.namesOf(shown.stream().map(Person::deputy).filter(Objects::nonNull).toList());
    return new DepartmentNow(presence, shown.stream().map(person -> person.named(deputies)).toList(), people.size() - shown.size());
  }

  private List<Person> people(Presence presence, String looked) {
    boolean wholeDepartment = !looked.isBlank() && fits(looked, presence.department().name(), presence.department().key());
    Map<String, OnDuty> onDuty = presence.onDuty().stream()
        .collect(Collectors.toMap(on -> on.employee().signIn(), Function.identity()));
    Map<String, Absence> absent = presence.absent().stream()
        .collect(Collectors.toMap(Absence::employee, Function.identity(), (one, other) -> one.until().isAfter(other.until()) ? one : other));
    return presence.members().stream()
        .map(employee -> person(employee, presence, onDuty.get(employee.signIn()), absent.get(employee.signIn())))
        .filter(person -> looked.isBlank()
            ? person.state() != State.OFF_DUTY
            : wholeDepartment || fits(looked, person.employee().name(), person.employee().signIn()))
        .sorted(Comparator.comparing(Person::state)).toList();
  }

  private static Person person(Employee employee, Presence presence, OnDuty onDuty, Absence absence) {
    boolean lead = presence.department().lead().equals(employee.signIn());
    if (absence != null) {
      return new Person(employee, State.ABSENT, absence.until(), lead, absence.deputy());
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
