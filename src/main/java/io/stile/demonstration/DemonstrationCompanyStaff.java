package io.stile.demonstration;

import static java.util.stream.Collectors.toSet;

import io.stile.organisation.Absence;
import io.stile.organisation.Absences;
import io.stile.organisation.Calendars;
import io.stile.organisation.Department;
import io.stile.organisation.NewEmployee;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The departments of the demonstration company, their calendars and the people in them. */
@Component
@Profile("!prod")
class DemonstrationCompanyStaff {

  /** Everybody's, and no secret: the sign-in page of the demonstration says it. */
  static final String PASSWORD = "stile";

  /** Reserved for examples: no mail to it ever arrives anywhere. */
  private static final String MAIL_DOMAIN = "meridian.example";

  private final Organisation organisation;
  private final Calendars calendars;
  private final Absences absences;
  private final PasswordEncoder passwords;

  DemonstrationCompanyStaff(Organisation organisation, Calendars calendars, Absences absences, PasswordEncoder passwords) {
    this.organisation = organisation;
    this.calendars = calendars;
    this.absences = absences;
    this.passwords = passwords;
  }

  void load(Instant at) {
    List<List<String>> employees = DemonstrationFile.rows("employees.csv");
    // One hash for all: where everybody knows the password, a salt of one's own protects nothing, and 32 of them take two seconds.
    String hash = passwords.encode(PASSWORD);
    DemonstrationCompanyCalendars.from(at.atZone(ZoneId.of("Europe/Berlin")).getYear()).forEach(calendars::add);
    employees.forEach(row -> {
      organisation.add(employee(row, hash));
      organisation.setEmail(row.get(0), row.get(0) + "@" + MAIL_DOMAIN);
      organisation.setPhone(row.get(0), row.get(6));
    });
    DemonstrationFile.rows("departments.csv").forEach(row -> organisation.add(
        new Department(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)), members(employees, row.get(0))));
    DemonstrationFile.rows("absences.csv").forEach(row -> absences.add(absence(row, employees, at)));
  }

  private static NewEmployee employee(List<String> row, String hash) {
    Set<Role> roles = DemonstrationFile.words(row.get(2)).stream().map(Role::valueOf).collect(toSet());
    return new NewEmployee(row.get(0), row.get(1), hash, ZoneId.of(row.get(4)), roles);
  }

  private static Set<String> members(List<List<String>> employees, String department) {
    return employees.stream().filter(row -> DemonstrationFile.words(row.get(3)).contains(department))
        .map(row -> row.get(0)).collect(toSet());
  }

  private static Absence absence(List<String> row, List<List<String>> employees, Instant at) {
    ZoneId zone = employees.stream().filter(employee -> employee.get(0).equals(row.get(0)))
        .map(employee -> ZoneId.of(employee.get(4))).findFirst().orElseThrow();
    LocalDate first = at.atZone(zone).toLocalDate().plusDays(Long.parseLong(row.get(1)));
    LocalDate after = first.plusDays(Long.parseLong(row.get(2)));
    return new Absence(row.get(0), first.atStartOfDay(zone).toInstant(), after.atStartOfDay(zone).toInstant(),
        Absence.Kind.valueOf(row.get(3)));
  }
}
