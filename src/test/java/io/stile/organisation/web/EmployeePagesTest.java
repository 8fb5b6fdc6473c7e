package io.stile.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.stile.audit.AuditEntry;
import io.stile.audit.AuditFilter;
import io.stile.organisation.Employee;
import io.stile.organisation.EmployeeDetails;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.organisation.Staffing;
import io.stile.testkit.Requesting;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;

class EmployeePagesTest extends AdminPages {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Autowired Organisation organisation;
  @Autowired Staffing staffing;
  @Autowired Requesting people;
  @Autowired PasswordEncoder encoder;

  @Test
  void findsSomebodyByAPieceOfTheName() throws Exception {
    assertThat(page("/admin/employees?q={q}", "novotny")).contains("Marek Novotný", "1 found").doesNotContain("Amara Diallo");
    assertThat(page("/admin/employees?q={q}", "100%")).contains("Nobody like that");
    assertThat(page("/admin/employees?role=ADMINISTRATOR")).contains("Per Nyström", "1 found");
    assertThat(page("/admin/employees?department=quality")).contains("Mei-Ling Tan").doesNotContain("Marek");
  }

  @Test
  void showsFiveHundredInPartsWithoutLosingOrRepeatingAny() throws Exception {
    for (int at = 0; at < 120; at++) {
      staffing.hire("clone%03d".formatted(at), "-", new EmployeeDetails("Same Name", null, BERLIN, Set.of(), Set.of()));
    }
    String first = page("/admin/employees?q={q}", "same name");
    assertThat(first).contains("120 found", "clone000", "clone049", "after=clone049").doesNotContain("clone050");
    assertThat(page("/admin/employees?q={q}&after=clone099", "same name")).contains("clone100", "clone119").doesNotContain("Next page", "clone099<");
  }

  @Test
  void takesSomebodyInWithALinkThatIsShownOnce() throws Exception {
    MockHttpServletResponse answer = sent("/admin/employees", "signIn", "eve.n", "name", "Eve Ní Bhriain", "email", "eve@example.org", "zone",
        "Europe/Lisbon", "roles", "BACK_OFFICE", "departments", "quality", "first", "link");

    assertThat(answer.getRedirectedUrl()).isEqualTo("/admin/employees/eve.n");
    assertThat(organisation.employee("eve.n")).contains(new Employee("eve.n", "Eve Ní Bhriain", true, ZoneId.of("Europe/Lisbon"),
        Set.of(Role.BACK_OFFICE), Set.of("quality")));
    assertThat(organisation.email("eve.n")).contains("eve@example.org");
    assertThat(page("/admin/employees/eve.n")).doesNotContain("sign-in/link/");
  }

  @Test
  void takesSomebodyInWithAPasswordThatIsNowhereInTheLog() throws Exception {
    sent("/admin/employees", "signIn", "eve.n", "name", "Eve", "zone", "Europe/Lisbon", "first", "password", "password", "lantern-velvet-42-orchid");

    assertThat(encoder.matches("lantern-velvet-42-orchid", organisation.passwordHash("eve.n").orElseThrow())).isTrue();
    assertThat(audit.entries(AuditFilter.NONE, null, 5).toString()).doesNotContain("lantern-velvet-42-orchid", "bcrypt");
  }

  @Test
  void keepsWhatWasTypedAndSaysWhatWasExpected() throws Exception {
    assertRefused(sent("/admin/employees", "signIn", "Eve", "name", "Eve", "zone", "Europe/Lisbon", "roles", "LEAD"),
        "&#39;Eve&#39; cannot be a sign-in name", "value=\"Europe/Lisbon\"", "value=\"LEAD\" checked=\"checked\"");
    assertRefused(sent("/admin/employees", "signIn", "front1", "name", "Eve", "zone", "Europe/Lisbon"), "&#39;front1&#39; is taken");
    assertRefused(sent("/admin/employees", "signIn", "eve", "name", "Eve", "zone", "Atlantis"), "&#39;Atlantis&#39; is no time zone");
    assertRefused(sent("/admin/employees", "signIn", "eve", "name", "Eve", "zone", "Europe/Lisbon", "email", "at home"), "&#39;at home&#39; is no mail address");
    assertRefused(sent("/admin/employees", "signIn", "eve", "name", "Eve", "zone", "Europe/Lisbon", "first", "password", "password", "short"),
        "at least 10 characters");
    assertThat(organisation.employee("eve")).isEmpty();
  }

  @Test
  void changesAnEmployeeAndTellsTheSecondOfTwo() throws Exception {
    int version = staffing.sheet("quality1").orElseThrow().version();
    String[] first = {"version", "" + version, "name", "Rahel T.", "zone", "Europe/Berlin", "roles", "BACK_OFFICE", "departments", "quality"};
    assertThat(sent("/admin/employees/quality1", first).getRedirectedUrl()).isEqualTo("/admin/employees/quality1");

    MockHttpServletResponse second = sent("/admin/employees/quality1", "version", "" + version, "name", "Rahel from the other tab", "zone", "Europe/Berlin");

    assertThat(second.getStatus()).isEqualTo(409);
    assertThat(main(second)).contains("Somebody else changed Rahel T.", "value=\"Rahel from the other tab\"", "Name now");
    AuditEntry entry = lastEntry();
    assertThat(entry.changes()).extracting(change -> change.what()).containsExactly("name", "e-mail", "phone");
  }

  @Test
  void doesNotLetSomebodyGoWhoOwnsRequestsOrHasTasks() throws Exception {
    people.phoneSwap();

    MockHttpServletResponse answer = sent("/admin/employees/front1/let-go", "version", version("front1"));

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(main(answer)).contains("Amara Diallo cannot leave yet", "owns SR-");
    assertThat(organisation.employee("front1").orElseThrow().active()).isTrue();
  }

  @Test
  void leavesOutNothingThatStandsInTheWay() throws Exception {
    List<String> owned = IntStream.range(0, 14).mapToObj(each -> people.phoneSwap().number().toString()).toList();

    MockHttpServletResponse answer = sent("/admin/employees/front1/let-go", "version", version("front1"));

    assertThat(main(answer)).containsPattern("<summary>and \\d+ more</summary>")
        .contains(owned.stream().map(number -> "owns " + number + ", Phone swap").toList());
  }

  @Test
  void doesNotLetALeadOrAProcessOwnerGo() throws Exception {
    assertThat(main(sent("/admin/employees/quality.lead/let-go", "version", version("quality.lead")))).contains("leads Quality");
    assertThat(main(sent("/admin/employees/owner.phone-swap/let-go", "version", version("owner.phone-swap"))))
        .contains("is the process owner of Phone swap");
  }

  @Test
  void neverLosesTheLastAdministrator() throws Exception {
    MockHttpServletResponse letGo = sent("/admin/employees/admin/let-go", "version", version("admin"));
    assertThat(letGo.getStatus()).isEqualTo(422);
    assertThat(main(letGo)).contains("is the last administrator");
    MockHttpServletResponse demoted = sent("/admin/employees/admin", "version", version("admin"), "name", "Per", "zone", "Europe/Berlin");
    assertThat(demoted.getStatus()).isEqualTo(422);
    assertThat(organisation.employee("admin").orElseThrow()).satisfies(admin -> {
      assertThat(admin.active()).isTrue();
      assertThat(admin.roles()).contains(Role.ADMINISTRATOR);
    });
  }

  @Test
  void letsSomebodyGoAndBringsHimBack() throws Exception {
    assertThat(sent("/admin/employees/quality1/let-go", "version", version("quality1")).getStatus()).isEqualTo(302);
    assertThat(organisation.employee("quality1").orElseThrow().active()).isFalse();
    assertThat(page("/admin/employees?left=true")).contains("Rahel Tesfaye");

    sent("/admin/employees/quality1/bring-back");
    assertThat(organisation.employee("quality1").orElseThrow().active()).isTrue();
  }

  @Test
  void setsAPassword() throws Exception {
    assertThat(sent("/admin/employees/quality1/password", "password", "short").getStatus()).isEqualTo(422);
    assertThat(sent("/admin/employees/quality1/password", "password", "lantern-velvet-42-orchid").getStatus()).isEqualTo(302);
    assertThat(encoder.matches("lantern-velvet-42-orchid", organisation.passwordHash("quality1").orElseThrow())).isTrue();
    assertThat(lastEntry().act()).isEqualTo("set the password of");
  }

  @Test
  void entersEndsAndRemovesShifts() throws Exception {
    assertThat(sent("/admin/employees/quality1/shifts", "from", "2099-01-05", "last", "", "monday", "8:00-12:00, 13:00-17:00", "friday", "20:00-24:00")
        .getStatus()).isEqualTo(302);
    String page = page("/admin/employees/quality1");
    assertThat(page).contains("from", "2099-01-05", "until further notice", "08:00-12:00, 13:00-17:00", "20:00-24:00", "later");

    assertThat(main(sent("/admin/employees/quality1/shifts", "from", "2099-01-05", "monday", "08:00-12:00"))).contains("he has another shift");
    assertThat(main(sent("/admin/employees/quality1/shifts", "from", "2098-01-05", "last", "2098-02-01", "monday", "all day")))
        .contains("&#39;all day&#39; is no span of a day", "value=\"all day\"");
    assertThat(main(sent("/admin/employees/quality1/shifts", "from", "2098-01-05", "last", "2098-02-01", "monday", "08:00-12:00, 11:00-13:00")))
        .contains("overlap: 08:00-12:00 and 11:00-13:00");
    assertThat(main(sent("/admin/employees/quality1/shifts", "from", "2098-01-05", "last", "2098-02-01"))).contains("no hours at all");
    assertThat(main(sent("/admin/employees/quality1/shifts", "from", "tomorrow", "monday", "08:00-12:00"))).contains("&#39;tomorrow&#39; is no day");
    assertThat(page("/admin/shifts?department=quality")).contains("Rahel Tesfaye", "another shift from 2099-01-05");
  }

  @Test
  void isForAdministratorsOnly() throws Exception {
    for (String path : new String[] {"/admin/employees", "/admin/employees/new", "/admin/employees/front1", "/admin/shifts"}) {
      assertThat(perform(get(path), LEAD).getStatus()).as(path).isEqualTo(403);
    }
    for (String path : new String[] {"", "/front1", "/front1/password", "/front1/link", "/front1/let-go", "/front1/bring-back", "/front1/shifts",
        "/front1/shifts/1/end", "/front1/shifts/1/remove"}) {
      assertThat(perform(post("/admin/employees" + path).param("version", "0").param("password", "x").param("last", "x"), LEAD).getStatus())
          .as(path).isEqualTo(403);
    }
  }

  private String version(String signIn) {
    return String.valueOf(staffing.sheet(signIn).orElseThrow().version());
  }

  private static void assertRefused(MockHttpServletResponse answer, String... words) throws Exception {
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(main(answer)).contains(words);
  }
}
