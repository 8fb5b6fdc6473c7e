package io.stile.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.organisation.Absence;
import io.stile.organisation.Absences;
import io.stile.organisation.CalendarPlan;
import io.stile.organisation.Calendars;
import io.stile.organisation.Department;
import io.stile.organisation.NewEmployee;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.organisation.SpecialDay;
import io.stile.sla.OpenSpan;
import io.stile.testkit.StileTest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

@StileTest
@Transactional
class PeoplePageTest {

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  @Autowired
  WebApplicationContext application;
  @Autowired
  Organisation organisation;
  @Autowired
  Calendars calendars;
  @Autowired
  Absences absences;
  @Autowired
  Clock clock;

  private MockMvc pages;
  private Instant now;

  /** A workshop in Tokyo that is open today until midnight, and an archive that never is until the day after tomorrow. */
  @BeforeEach
  void addDepartments() {
    pages = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    now = clock.instant();
    LocalDate today = now.atZone(TOKYO).toLocalDate();
    calendars.add(new CalendarPlan("workshop", "Round the clock", TOKYO, null, null,
        Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(day -> day, day -> List.of(OpenSpan.ALL_DAY))),
        List.of(new SpecialDay(today.plusDays(3), "Stock taking", List.of()))));
    calendars.add(new CalendarPlan("archive", "Rare", TOKYO, null, null, Map.of(),
        List.of(new SpecialDay(today.plusDays(2), "Open", List.of(new OpenSpan(LocalTime.of(9, 0), LocalTime.of(10, 0)))))));
    for (String name : List.of("Uma Workshop", "Ulf Wörkshop", "Una <b>Archive</b>")) {
      organisation.add(new NewEmployee(name.substring(0, 3).toLowerCase(Locale.ROOT), name, "-", TOKYO, Set.of(Role.LEAD)));
    }
    organisation.add(new Department("workshop", "Workshop", "uma", "workshop"), Set.of("uma", "ulf"));
    organisation.add(new Department("archive", "Archive", "una", "archive"), Set.of("una"));
    absences.add(new Absence("ulf", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), Absence.Kind.SICK));
  }

  @Test
  void saysWhoIsOnDutyAndWhoIsAbsentButNotWhy() throws Exception {
    String workshop = card(page(""), "workshop");

    assertThat(workshop).containsSubsequence("open", "until", "Uma Workshop", "Round the clock (Tokyo time)",
        "Uma Workshop", ", lead", "on duty", "until", "in Tokyo", "Ulf Wörkshop", "absent", "back", "tomorrow");
    assertThat(workshop).doesNotContainIgnoringCase("sick").doesNotContain("Una");
  }

  @Test
  void showsOneDepartmentWithEverybodyAndAlsoAsAPieceOfAnotherPage() throws Exception {
    var people = user("front1").roles("EMPLOYEE");
    String alone = pages.perform(get("/people/departments/archive").with(people)).andReturn().getResponse().getContentAsString();
    assertThat(alone).contains("off duty").doesNotContain("department-workshop");
    String piece = pages.perform(get("/people/departments/workshop").header("HX-Request", "true").with(people)).andReturn()
        .getResponse().getContentAsString();
    assertThat(piece).containsSubsequence("Workshop", "open", "On duty", "Uma Workshop", "Lead", "Queue", "empty", "Usually picked up",
        "too few to say").doesNotContain("<html", "Ulf");
    assertThat(pages.perform(get("/people/departments/attic").with(people)).andReturn().getResponse().getStatus()).isEqualTo(404);
  }

  @Test
  void saysWhenAClosedDepartmentOpens() throws Exception {
    String archive = card(page(""), "archive");

    assertThat(archive).containsSubsequence("closed, opens", "09:00 in Tokyo", "Una", "On duty", "nobody until", "09:00 in Tokyo").doesNotContain("off duty");
  }

  @Test
  void findsSomebodyByAPieceOfTheNameAlsoWhenHeIsNotOnDuty() throws Exception {
    String page = page("una");

    assertThat(card(page, "archive")).containsSubsequence("Una", "off duty");
    assertThat(page).doesNotContain("Uma Workshop");
    assertThat(card(page("ULF WORK"), "workshop")).contains("Ulf Wörkshop").doesNotContain(">uma<");
    assertThat(card(page("workshop"), "workshop")).contains("Ulf Wörkshop", "Uma Workshop");
  }

  @Test
  void saysThatNobodyIsFound() throws Exception {
    assertThat(page("no such person")).contains("Nobody of that name").doesNotContain("department-");
  }

  @Test
  void leavesNamesAndWhatIsTypedAsText() throws Exception {
    assertThat(page("")).contains("Una &lt;b&gt;Archive&lt;/b&gt;").doesNotContain("<b>Archive</b>");
    assertThat(page("\"><script>alert(1)</script>")).doesNotContain("<script>alert(1)");
  }

  @Test
  void namesThoseWhoBelongToNoDepartment() throws Exception {
    assertThat(page("")).containsSubsequence("Across departments", "Katarina Jovanović", "manager");
  }

  @Test
  void isForEmployees() throws Exception {
    pages.perform(get("/people").with(user("stranger").roles("CUSTOMER"))).andExpect(status().isForbidden());
    pages.perform(get("/people")).andExpect(status().is3xxRedirection());
  }

  private String page(String looked) throws Exception {
    return pages.perform(get("/people").param("q", looked).with(user("front1").roles("EMPLOYEE")))
        .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
  }

  /** The part of the page that is about one department. */
  private static String card(String page, String department) {
    int from = page.indexOf("aria-labelledby=\"department-" + department + "\"");
    assertThat(from).as("card of " + department).isPositive();
    return page.substring(from, page.indexOf("</section>", from));
  }
}
