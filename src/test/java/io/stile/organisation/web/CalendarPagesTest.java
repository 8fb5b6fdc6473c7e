package io.stile.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.stile.organisation.CalendarPlan;
import io.stile.organisation.Calendars;
import io.stile.organisation.RunningClocks;
import io.stile.organisation.SpecialDay;
import io.stile.sla.WorkingCalendar;
import io.stile.testkit.Requesting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

class CalendarPagesTest extends AdminPages {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Autowired Calendars calendars;
  @Autowired Requesting people;
  @Autowired RunningClocks clocks;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private LocalDate today;

  @BeforeEach
  void knowTheDay() {
    today = clock.instant().atZone(BERLIN).toLocalDate();
  }

  @Test
  void listsTheCalendars() throws Exception {
    assertThat(page("/admin/calendars")).contains("Network operations", "Europe/Lisbon", "Saturday 08:00-14:00", "Sunday closed");
  }

  @Test
  void drawsTheWeekAndTheYearAndSaysBothInWords() throws Exception {
    assertThat(page("/admin/calendars/finance?year=2026")).contains("The year 2026", "08:30-12:00, 13:00-17:00", "Germany, Bavaria",
        "x=\"34.0\"", "<caption>February</caption>", "class=\"holiday\"", "Epiphany, closed", "2026-01-06");
    assertThat(page("/admin/calendars/front-office?year={y}", today.getYear())).contains("Christmas Eve, open 07:00-18:00", "class=\"other\"");
  }

  @Test
  void setsACalendarUp() throws Exception {
    MockHttpServletResponse answer = sent("/admin/calendars", "key", "attic", "name", "Attic", "zone", "Europe/Berlin", "country", "de",
        "region", "de:by", "monday", "8:00-12:00; 13.00-24:00");

    assertThat(answer.getRedirectedUrl()).isEqualTo("/admin/calendars/attic");
    assertThat(calendars.byKey("attic").isOpen(at("2027-01-04T23:59"))).isTrue();
    assertThat(calendars.byKey("attic").isOpen(at("2025-01-06T09:00"))).as("Epiphany").isFalse();
  }

  @Test
  void refusesWhatIsNoCalendarAndKeepsWhatWasTyped() throws Exception {
    refused(sent("/admin/calendars", calendar("monday", "08:00-12:00, 11:00-13:00")), "overlap: 08:00-12:00 and 11:00-13:00",
        "value=\"08:00-12:00, 11:00-13:00\"");
    refused(sent("/admin/calendars", calendar("monday", "")), "never opens");
    refused(sent("/admin/calendars", calendar("monday", "12:00-08:00")), "&#39;12:00-08:00&#39; is no span of a day");
    refused(sent("/admin/calendars", calendar("monday", "25:00-26:00")), "&#39;25:00-26:00&#39; is no span of a day");
    refused(sent("/admin/calendars", calendar("zone", "Atlantis")), "&#39;Atlantis&#39; is no time zone");
    refused(sent("/admin/calendars", calendar("key", "finance")), "is the key of a calendar already");
    refused(sent("/admin/calendars", calendar("country", "xx")), "Holidays of the country &#39;xx&#39; are not known");
  }

  @Test
  void publishesAWeekThatLeavesWhatHasPassedAsItWas() throws Exception {
    LocalDate from = today.plusDays(30);
    Instant before = today.minusDays(40).atStartOfDay(BERLIN).toInstant();
    Duration open = calendars.byKey("finance").openTime(before, from.atStartOfDay(BERLIN).toInstant());

    assertThat(sent("/admin/calendars/finance/versions", "version", "0", "from", from.toString(), "sunday", "10:00-11:00").getStatus()).isEqualTo(302);

    assertThat(calendars.byKey("finance").openTime(before, from.atStartOfDay(BERLIN).toInstant())).isEqualTo(open);
    assertThat(calendars.byKey("finance").openTime(from.atStartOfDay(BERLIN).toInstant(), from.plusDays(7).atStartOfDay(BERLIN).toInstant()))
        .isEqualTo(Duration.ofHours(1));
    assertThat(page("/admin/calendars/finance")).contains("from " + from, "Take back");
    assertThat(page("/admin/calendars")).contains("another week from " + from);

    sent("/admin/calendars/finance/versions/" + from + "/take-back", "version", "1");
    assertThat(page("/admin/calendars/finance")).doesNotContain("Take back");
  }

  @Test
  void refusesAWeekThatWouldChangeWhatHasPassedOrNeverOpens() throws Exception {
    refused(sent("/admin/calendars/finance/versions", "version", "0", "from", today.toString(), "monday", "08:00-12:00"),
        today + " cannot be the first day; expected one from " + today.plusDays(1));
    refused(sent("/admin/calendars/finance/versions", "version", "0", "from", today.plusDays(1).toString()), "never opens");
    refused(sent("/admin/calendars/finance/versions", "version", "0", "from", "soon", "monday", "08:00-12:00"), "&#39;soon&#39; is no day");
  }

  @Test
  void tellsTheSecondOfTwoAndKeepsWhatHeTyped() throws Exception {
    String from = today.plusDays(9).toString();
    sent("/admin/calendars/finance/versions", "version", "0", "from", from, "monday", "08:00-12:00");

    MockHttpServletResponse second = sent("/admin/calendars/finance/versions", "version", "0", "from", from, "monday", "09:00-10:00");

    assertThat(second.getStatus()).isEqualTo(409);
    assertThat(main(second)).contains("Somebody else changed the calendar Finance", "value=\"09:00-10:00\"");
  }

  @Test
  void saysHowManyRunningClocksWouldRunOutAtAnotherInstantAndChangesNothing() throws Exception {
    people.phoneSwap();
    String busy = jdbc.sql("select d.calendar from task t join department d on d.key = t.department where t.state = 'OPEN' order by t.id desc limit 1")
        .query(String.class).single();
    String path = "/admin/calendars/" + busy + "/versions";

    String page = main(sent(path, "version", "0", "from", today.plusDays(1).toString(), "preview", "yes", "sunday", "10:00-10:15"));

    assertThat(page).containsPattern("Of [1-9]\\d* running clocks, \\d+ would run out at another instant").contains("value=\"10:00-10:15\"");
    assertThat(calendars.plan(busy).orElseThrow().versions()).hasSize(1);
    CalendarPlan plan = calendars.plan(busy).orElseThrow();
    WorkingCalendar shut = plan.with(new SpecialDay(today, "Shut", List.of())).calendar();
    assertThat(clocks.effect(busy, shut)).satisfies(effect -> assertThat(effect.moved()).isBetween(1, effect.all()));
    assertThat(clocks.effect(busy, plan.calendar()).moved()).isZero();
  }

  @Test
  void makesADaySpecialAndOrdinaryAgain() throws Exception {
    String day = today.plusDays(20).toString();
    assertThat(sent("/admin/calendars/finance/days", "version", "0", "day", day, "dayName", "Stock <taking>", "hours", "10:00-11:00").getStatus())
        .isEqualTo(302);
    assertThat(page("/admin/calendars/finance?year={y}", today.plusDays(20).getYear())).contains("Stock &lt;taking&gt;", "open 10:00-11:00");

    sent("/admin/calendars/finance/days/" + day + "/clear", "version", "1");
    assertThat(page("/admin/calendars/finance")).doesNotContain("Stock &lt;");
    refused(sent("/admin/calendars/finance/days", "version", "2", "day", today.minusDays(1).toString(), "dayName", "Too late"), "cannot be changed");
    refused(sent("/admin/calendars/finance/days", "version", "2", "day", day, "dayName", " "), "cannot be a name");
    refused(sent("/admin/calendars/finance/days", "version", "2", "day", day, "dayName", "X", "hours", "10-11"), "is no span");
  }

  @Test
  void offersTheRegionsOfACountry() throws Exception {
    assertThat(perform(get("/admin/calendars/regions").param("country", "de"), ADMINISTRATOR).getContentAsString())
        .contains("Bavaria", "de:by/mu").doesNotContain("<html");
    assertThat(perform(get("/admin/calendars/regions").param("country", "../x"), ADMINISTRATOR).getStatus()).isEqualTo(200);
  }

  @Test
  void isForAdministratorsOnly() throws Exception {
    for (String path : new String[] {"", "/new", "/regions", "/finance"}) {
      assertThat(perform(get("/admin/calendars" + path), LEAD).getStatus()).as(path).isEqualTo(403);
    }
    for (String path : new String[] {"", "/finance/versions", "/finance/versions/2030-01-01/take-back", "/finance/days",
        "/finance/days/2030-01-01/clear", "/finance/name"}) {
      assertThat(perform(post("/admin/calendars" + path).param("version", "0").param("name", "x"), LEAD).getStatus()).as(path).isEqualTo(403);
    }
  }

  /** A calendar that could be set up, but for one value. */
  private static String[] calendar(String field, String value) {
    String[] fields = {"key", "attic", "name", "Attic", "zone", "Europe/Berlin", "country", "", "monday", "08:00-12:00"};
    for (int at = 0; at < fields.length; at += 2) {
      if (fields[at].equals(field)) {
        fields[at + 1] = value;
      }
    }
    return fields;
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  private static void refused(MockHttpServletResponse answer, String... words) throws Exception {
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(main(answer)).contains(words);
  }
}
