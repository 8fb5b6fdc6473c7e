package io.stile.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stile.organisation.Absence.Kind;
import io.stile.testkit.StileTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@StileTest
@Transactional
class AbsencesTest {

  private static final Instant MAY = Instant.parse("2030-05-06T08:00:00Z");
  private static final Instant JUNE = Instant.parse("2030-06-06T08:00:00Z");
  private static final Instant JULY = Instant.parse("2030-07-06T08:00:00Z");

  @Autowired Absences absences;
  @Autowired Staffing staffing;

  @Test
  void keepsWhoStandsIn() {
    absences.add(of("billing1", MAY, JUNE, "billing2"));

    assertThat(absences.notEndedOf("billing1", MAY)).singleElement().satisfies(absence -> {
      assertThat(absence.deputy()).isEqualTo("billing2");
      assertThat(absence.covers(JUNE)).isFalse();
    });
  }

  @Test
  void refusesAnOverlapAndNamesIt() {
    absences.add(of("billing1", MAY, JUNE, null));

    refused(of("billing1", JUNE.minus(Duration.ofMinutes(1)), JULY, null), "from", "is absent already from Mon 6 May 2030, 10:00 until Thu 6 Jun 2030, 10:00");
    absences.add(of("billing1", JUNE, JULY, null));
  }

  @Test
  void refusesADeputyWhoIsAbsentHimself() {
    absences.add(of("billing2", JUNE, JULY, null));

    refused(of("billing1", MAY, JUNE.plusSeconds(60), "billing2"), "deputy", "Tomás Herrera is absent himself");
    absences.add(of("billing1", MAY, JUNE, "billing2"));
  }

  @Test
  void refusesTheAbsenceOfSomebodyWhoStandsIn() {
    absences.add(of("billing1", MAY, JUNE, "billing2"));

    refused(of("billing2", MAY.minusSeconds(60), MAY.plusSeconds(60), null), "from", "Tomás Herrera stands in for billing1");
  }

  @Test
  void refusesADeputyWhoIsNobodyOrHimself() {
    refused(of("billing1", MAY, JUNE, "nobody"), "deputy", "'nobody' is no active employee");
    refused(of("billing1", MAY, JUNE, "billing1"), "deputy", "cannot stand in for himself");
    refused(of("nobody", MAY, JUNE, null), "employee", "'nobody' is no active employee");
  }

  @Test
  void givesAnAbsenceAnotherDeputy() {
    absences.add(of("billing1", MAY, JUNE, "billing2"));
    absences.add(of("billing3", MAY, JUNE, null));
    long id = absences.notEndedOf("billing1", MAY).get(0).id();

    assertThatExceptionOfType(OrganisationRefused.class).isThrownBy(() -> absences.setDeputy(id, "billing3"))
        .withMessageContaining("is absent himself");
    absences.setDeputy(id, null);
    assertThat(absences.byId(id).orElseThrow().deputy()).isNull();
  }

  @Test
  void whoStandsInCannotLeave() {
    absences.add(of("billing1", MAY, JUNE, "quality1"));

    assertThat(staffing.tiesOf("quality1")).extracting(Tie::text).containsExactly("stands in for billing1");
  }

  private void refused(Absence absence, String field, String words) {
    assertThatExceptionOfType(OrganisationRefused.class).isThrownBy(() -> absences.add(absence))
        .withMessageContaining(words).satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
  }

  private static Absence of(String employee, Instant from, Instant until, String deputy) {
    return new Absence(null, employee, from, until, Kind.VACATION, deputy);
  }
}
