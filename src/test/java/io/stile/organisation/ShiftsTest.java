package io.stile.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stile.sla.OpenSpan;
import io.stile.testkit.StileTest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Logistics is open Monday to Saturday from 06:00 to 20:00 in Berlin; 4 March 2030 is a Monday. */
@StileTest
@Transactional
class ShiftsTest {

  private static final LocalDate MONDAY = LocalDate.of(2030, 3, 4);

  @Autowired Shifts shifts;
  @Autowired Duty duty;

  @Test
  void isOnDutyWithinHisShiftOnly() {
    shifts.add(shift(MONDAY, null, "06:00-14:00"));

    assertThat(until("2030-03-04T09:00:00Z")).isEqualTo(Instant.parse("2030-03-04T13:00:00Z"));
    assertThat(until("2030-03-04T13:00:00Z")).isNull();
    assertThat(until("2030-03-05T09:00:00Z")).as("a day without hours").isNull();
    assertThat(duty.available("logistics1", Instant.parse("2030-03-04T09:00:00Z"))).isTrue();
    assertThat(duty.available("logistics1", Instant.parse("2030-03-04T13:00:00Z"))).isFalse();
  }

  @Test
  void isOnDutyWhileTheDepartmentIsOpenBeforeAndAfterHisShiftHolds() {
    shifts.add(shift(MONDAY, MONDAY.plusDays(1), "06:00-14:00"));

    assertThat(until("2030-03-02T10:00:00Z")).isEqualTo(Instant.parse("2030-03-02T19:00:00Z"));
    assertThat(until("2030-03-05T15:00:00Z")).isEqualTo(Instant.parse("2030-03-05T19:00:00Z"));
  }

  @Test
  void isNotOnDutyWhileTheDepartmentIsClosed() {
    shifts.add(shift(MONDAY, null, "18:00-24:00"));

    assertThat(until("2030-03-04T18:30:00Z")).as("the department closes first").isEqualTo(Instant.parse("2030-03-04T19:00:00Z"));
    assertThat(until("2030-03-04T20:00:00Z")).isNull();
  }

  @Test
  void endsAShiftThatHoldsUntilFurtherNoticeWhereTheNextBegins() {
    shifts.add(shift(MONDAY, null, "06:00-14:00"));
    shifts.add(shift(MONDAY.plusWeeks(1), null, "12:00-20:00"));

    assertThat(shifts.of("logistics1")).extracting(Shift::until).containsExactly(MONDAY.plusWeeks(1), null);
  }

  @Test
  void refusesDaysThatOverlapAndHoursThatDo() {
    shifts.add(shift(MONDAY, MONDAY.plusWeeks(4), "06:00-14:00"));

    refused(shift(MONDAY.plusWeeks(3), null, "06:00-14:00"), "he has another shift");
    refused(shift(MONDAY.plusWeeks(9), MONDAY.plusWeeks(8), "06:00-14:00"), "lies before the first");
    refused(shift(MONDAY.plusWeeks(9), null, "06:00-14:00", "13:00-15:00"), "06:00-14:00 and 13:00-15:00");
    refused(new Shift(null, "logistics1", MONDAY.plusWeeks(9), null, Map.of()), "no hours at all");
  }

  private void refused(Shift shift, String words) {
    assertThatExceptionOfType(OrganisationRefused.class).isThrownBy(() -> shifts.add(shift)).withMessageContaining(words);
  }

  /** Until when logistics1 is on duty; null if he is not. */
  private Instant until(String at) {
    return duty.onDuty("logistics", Instant.parse(at)).stream().filter(on -> on.employee().signIn().equals("logistics1"))
        .map(OnDuty::until).findFirst().orElse(null);
  }

  private static Shift shift(LocalDate from, LocalDate until, String... spans) {
    List<OpenSpan> mondays = Arrays.stream(spans).map(span -> new OpenSpan(LocalTime.parse(span.substring(0, 5)),
        LocalTime.parse(span.substring(6).replace("24:00", "00:00")))).toList();
    return new Shift(null, "logistics1", from, until, Map.of(DayOfWeek.MONDAY, mondays));
  }
}
