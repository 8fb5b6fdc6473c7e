package io.stile.organisation;

import io.stile.sla.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who works for departments around one instant: their members with the absences and shifts that have not ended. Read at once
 * for as many departments as are asked for.
 *
 * @param members  active members by name, by the key of the department
 * @param absences by sign-in name, earliest first
 * @param shifts   by sign-in name
 */
record Roster(Instant at, Map<String, List<Employee>> members, Map<String, List<Absence>> absences,
              Map<String, List<Shift>> shifts) {

  /** The members at work for a department, by name; nobody while its calendar is closed. */
  List<OnDuty> onDuty(String department, WorkingCalendar calendar) {
    if (!calendar.isOpen(at)) {
      return List.of();
    }
    Instant closes = calendar.closesNext(at).orElse(null);
    return members.getOrDefault(department, List.of()).stream().flatMap(member -> onDuty(member, closes).stream()).toList();
  }

  private Optional<OnDuty> onDuty(Employee employee, Instant closes) {
    List<Absence> coming = absences.getOrDefault(employee.signIn(), List.of());
    if (coming.stream().anyMatch(absence -> absence.covers(at))) {
      return Optional.empty();
    }
    Instant leaves = coming.stream().map(Absence::from).findFirst().orElse(null);
    return onDuty(employee, shifts.getOrDefault(employee.signIn(), List.of()), at, earlier(closes, leaves));
  }

  /** @param until what ends his duty if no shift does; null for nothing */
  static Optional<OnDuty> onDuty(Employee employee, List<Shift> planned, Instant at, Instant until) {
    LocalDate today = at.atZone(employee.zone()).toLocalDate();
    Optional<Shift> shift = planned.stream().filter(each -> each.holdsOn(today)).findFirst();
    if (shift.isEmpty()) {
      return Optional.of(new OnDuty(employee, until));
    }
    return shift.filter(each -> each.hours(employee.zone()).isOpen(at))
        .map(each -> new OnDuty(employee, earlier(until, each.ends(at, employee.zone()))));
  }

  /** The absences of a department's members that cover the instant, earliest first. */
  List<Absence> absentFrom(String department) {
    return members.getOrDefault(department, List.of()).stream().map(Employee::signIn)
        .flatMap(member -> absences.getOrDefault(member, List.of()).stream()).filter(absence -> absence.covers(at))
        .sorted(Comparator.comparing(Absence::from).thenComparing(Absence::employee)).toList();
  }

  private static Instant earlier(Instant one, Instant other) {
    return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other)).flatMap(Optional::stream)
        .min(Comparator.naturalOrder()).orElse(null);
  }
}
