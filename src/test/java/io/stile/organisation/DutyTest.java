package io.stile.organisation;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.stile.sla.OpenSpan;
import io.stile.testkit.StileTest;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** A week in June 2026: the workshop is open on Monday, the 1st, and Tuesday, the 2nd, 08:00 to 12:00 and 13:00 to 17:00 UTC. */
@StileTest
@Transactional
class DutyTest {

  private static final Instant MONDAY_10 = Instant.parse("2026-06-01T10:00:00Z");
  private static final Instant MONDAY_12 = Instant.parse("2026-06-01T12:00:00Z");
  private static final Instant MONDAY_13 = Instant.parse("2026-06-01T13:00:00Z");
  private static final Instant TUESDAY_17 = Instant.parse("2026-06-02T17:00:00Z");

  @Autowired
  Duty duty;
  @Autowired
  Organisation organisation;
  @Autowired
  Calendars calendars;
  @Autowired
  Absences absences;

  @BeforeEach
  void addTheWorkshop() {
    List<OpenSpan> spans = List.of(new OpenSpan(LocalTime.of(8, 0), LocalTime.of(12, 0)), new OpenSpan(LocalTime.of(13, 0), LocalTime.of(17, 0)));
    calendars.add(new CalendarPlan("workshop", "Workshop", ZoneOffset.UTC, null, null, Map.of(MONDAY, spans, TUESDAY, spans), List.of()));
    for (String name : List.of("Ann", "Bob", "Cid")) {
      organisation.add(new NewEmployee("workshop." + name.toLowerCase(Locale.ROOT), name, "-", ZoneOffset.UTC, Set.of(Role.BACK_OFFICE)));
    }
    organisation.add(new Department("workshop", "Workshop", "workshop.ann", "workshop"), Set.of("workshop.ann", "workshop.bob", "workshop.cid"));
  }

  @Test
  void namesTheMembersAtWorkAndUntilWhen() {
    assertThat(duty.onDuty("workshop", MONDAY_10)).extracting(on -> on.employee().name(), OnDuty::until)
        .containsExactly(tuple("Ann", MONDAY_12), tuple("Bob", MONDAY_12), tuple("Cid", MONDAY_12));
  }

  @Test
  void namesNobodyWhileTheDepartmentIsClosed() {
    assertThat(duty.onDuty("workshop", MONDAY_12)).isEmpty();
    assertThat(duty.availableMembers("workshop", TUESDAY_17)).isEmpty();
    assertThat(duty.available("workshop.bob", MONDAY_12)).isFalse();
  }

  @Test
  void leavesOutWhoIsAbsentFromTheFirstInstantUntilTheLast() {
    absences.add(new Absence("workshop.bob", MONDAY_10, MONDAY_13, Absence.Kind.SICK));

    assertThat(available(MONDAY_10.minusMillis(1))).containsExactly("Ann", "Bob", "Cid");
    assertThat(available(MONDAY_10)).containsExactly("Ann", "Cid");
    assertThat(available(MONDAY_13)).containsExactly("Ann", "Bob", "Cid");
    assertThat(duty.available("workshop.bob", MONDAY_10)).isFalse();
    assertThat(duty.available("workshop.bob", MONDAY_13)).isTrue();
    assertThat(duty.absentFrom("workshop", MONDAY_10)).extracting(Absence::employee).containsExactly("workshop.bob");
    assertThat(duty.absentFrom("workshop", MONDAY_13)).isEmpty();
  }

  @Test
  void endsADutyWhereAnAbsenceBegins() {
    Instant eleven = MONDAY_10.plusSeconds(3600);
    absences.add(new Absence("workshop.cid", eleven, TUESDAY_17, Absence.Kind.TRAINING));

    assertThat(duty.onDuty("workshop", MONDAY_10)).filteredOn(on -> on.employee().name().equals("Cid"))
        .extracting(OnDuty::until).containsExactly(eleven);
  }

  @Test
  void givesNoWorkToWhoHasLeft() {
    organisation.setActive("workshop.bob", false);

    assertThat(available(MONDAY_10)).containsExactly("Ann", "Cid");
    assertThat(duty.available("workshop.bob", MONDAY_10)).isFalse();
  }

  @Test
  void takesAnEmployeeOfTwoDepartmentsForAvailableWhileOneOfThemIsOpen() {
    calendars.add(new CalendarPlan("night", "Night", ZoneOffset.UTC, null, null,
        Map.of(MONDAY, List.of(new OpenSpan(LocalTime.of(18, 0), LocalTime.MIDNIGHT))), List.of()));
    organisation.add(new Department("night-shift", "Night shift", "workshop.ann", "night"), Set.of("workshop.cid"));

    Instant evening = Instant.parse("2026-06-01T20:00:00Z");
    assertThat(duty.available("workshop.cid", evening)).isTrue();
    assertThat(duty.available("workshop.bob", evening)).isFalse();
  }

  @Test
  void takesNobodyForAvailableWhomItDoesNotKnow() {
    assertThat(duty.available("nobody", MONDAY_10)).isFalse();
  }

  @Test
  void saysWhenADepartmentOpensNext() {
    assertThat(duty.opensNext("workshop", MONDAY_12)).contains(MONDAY_13);
    assertThat(duty.opensNext("workshop", MONDAY_10)).contains(MONDAY_10);
    assertThat(duty.opensNext("workshop", TUESDAY_17)).contains(Instant.parse("2026-06-08T08:00:00Z"));
    assertThat(duty.closesNext("workshop", MONDAY_10)).contains(MONDAY_12);
  }

  @Test
  void namesTheDepartmentsThereAreWhenOneIsUnknown() {
    assertThatIllegalArgumentException().isThrownBy(() -> duty.onDuty("attic", MONDAY_10))
        .withMessageContaining("'attic'").withMessageContaining("workshop");
  }

  @Test
  void refusesAnAbsenceThatEndsBeforeItBegins() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Absence("workshop.bob", MONDAY_10, MONDAY_10, Absence.Kind.OTHER));
  }

  private List<String> available(Instant at) {
    return duty.availableMembers("workshop", at).stream().map(Employee::name).toList();
  }
}
