package io.stile.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.stile.audit.Change;
import io.stile.organisation.Department;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.organisation.Structure;
import io.stile.testkit.Requesting;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

class DepartmentsPageTest extends AdminPages {

  @Autowired Organisation organisation;
  @Autowired Structure structure;
  @Autowired Requesting people;
  @Autowired JdbcClient jdbc;

  @Test
  void listsTheDepartmentsWithLeadCalendarAndMembers() throws Exception {
    assertThat(page("/admin/departments")).contains("Logistics", "Bernd Ostermann", "/admin/calendars/logistics").doesNotContain("does not exist yet");
  }

  @Test
  void namesWhatModelsExpectAndIsMissing() throws Exception {
    jdbc.sql("update department set active = false where key = 'logistics'").update();

    assertThat(page("/admin/departments")).contains("Models name what does not exist yet", "<code>logistics</code>", "Phone swap",
        "/admin/departments/new?key=logistics");
    assertThat(page("/admin/departments/new?key=lost-and-found")).contains("value=\"lost-and-found\"", "value=\"Lost and found\"");
  }

  @Test
  void setsADepartmentUpAndMakesItsLeadALead() throws Exception {
    MockHttpServletResponse answer = sent("/admin/departments", "key", "attic", "name", " Attic ", "lead", "front1", "calendar", "quality");

    assertThat(answer.getRedirectedUrl()).isEqualTo("/admin/departments");
    assertThat(organisation.department("attic")).contains(new Department("attic", "Attic", "front1", "quality"));
    assertThat(organisation.employee("front1").orElseThrow()).satisfies(lead -> {
      assertThat(lead.roles()).contains(Role.LEAD);
      assertThat(lead.departments()).contains("attic", "front-office");
    });
  }

  @Test
  void keepsWhatWasTypedAndSaysWhatWasExpected() throws Exception {
    assertRefused(sent("/admin/departments", "key", "At tic", "name", "Attic", "lead", "front1", "calendar", "quality"),
        "value=\"At tic\"", "&#39;At tic&#39; cannot be a key", "value=\"Attic\"");
    assertRefused(sent("/admin/departments", "key", "logistics", "name", "Attic", "lead", "front1", "calendar", "quality"), "is the key of a department already");
    assertRefused(sent("/admin/departments", "key", "new", "name", "Attic", "lead", "front1", "calendar", "quality"), "cannot be a key");
    assertRefused(sent("/admin/departments", "key", "attic", "name", " ", "lead", "front1", "calendar", "quality"), "cannot be a name");
    assertRefused(sent("/admin/departments", "key", "attic", "name", "<b>", "lead", "nobody", "calendar", "quality"),
        "&#39;nobody&#39; is no active employee", "value=\"&lt;b&gt;\"");
    assertRefused(sent("/admin/departments", "key", "attic", "name", "Attic", "lead", "front1", "calendar", ""), "is no calendar; expected one of: billing");
  }

  @Test
  void takesOnlyWhatCanBeDialled() throws Exception {
    assertRefused(sent("/admin/departments", "key", "attic", "name", "Attic", "lead", "front1", "calendar", "quality", "phone", "call me"),
        "is no phone number; expected an extension");
  }

  @Test
  void changesADepartmentAndKeepsItInTheLog() throws Exception {
    MockHttpServletResponse answer = sent("/admin/departments/quality", "version", "0", "name", "Quality & care", "lead", "quality.lead", "calendar", "quality",
        "phone", "677");

    assertThat(answer.getRedirectedUrl()).isEqualTo("/admin/departments/quality");
    assertThat(organisation.department("quality").orElseThrow().name()).isEqualTo("Quality & care");
    assertThat(lastEntry()).satisfies(entry -> {
      assertThat(entry.actor()).isEqualTo("admin");
      assertThat(entry.changes()).containsExactly(new Change("name", "Quality", "Quality & care"), new Change("phone", "600", "677"));
    });
  }

  @Test
  void tellsTheSecondOfTwoAndKeepsWhatHeTyped() throws Exception {
    sent("/admin/departments/quality", "version", "0", "name", "First", "lead", "quality.lead", "calendar", "quality");

    MockHttpServletResponse second = sent("/admin/departments/quality", "version", "0", "name", "Second", "lead", "quality.lead", "calendar", "quality");

    assertThat(second.getStatus()).isEqualTo(409);
    assertThat(main(second)).contains("Somebody else changed First", "value=\"Second\"", "Name now", "name=\"version\" value=\"1\"");
    assertThat(organisation.department("quality").orElseThrow().name()).isEqualTo("First");
  }

  @Test
  void doesNotGiveUpADepartmentWithTasksOrNamedByAModel() throws Exception {
    people.phoneSwap();
    String busy = jdbc.sql("select department from task where state = 'OPEN' order by id desc limit 1").query(String.class).single();

    MockHttpServletResponse answer = sent("/admin/departments/" + busy + "/give-up", "version", "0");

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(main(answer)).contains("cannot be given up yet", "is named by the model Phone swap", "its queue holds");
    assertThat(organisation.departments()).extracting(Department::key).contains(busy);
  }

  @Test
  void givesUpWhatNothingDependsOnAndTakesItUpAgain() throws Exception {
    organisation.add(new Department("attic", "Attic", "quality.lead", "quality"), Set.of());

    assertThat(sent("/admin/departments/attic/give-up", "version", "0").getRedirectedUrl()).isEqualTo("/admin/departments/attic");
    assertThat(organisation.departments()).extracting(Department::key).doesNotContain("attic");
    assertThat(page("/admin/departments")).contains("given up");

    sent("/admin/departments/attic/take-up", "version", "1");
    assertThat(organisation.departments()).extracting(Department::key).contains("attic");
  }

  @Test
  void isForAdministratorsOnly() throws Exception {
    for (String path : new String[] {"/admin/departments", "/admin/departments/new", "/admin/departments/logistics"}) {
      assertThat(perform(get(path), LEAD).getStatus()).isEqualTo(403);
    }
    for (String path : new String[] {"/admin/departments", "/admin/departments/logistics", "/admin/departments/logistics/give-up",
        "/admin/departments/logistics/take-up"}) {
      assertThat(perform(post(path).param("version", "0"), LEAD).getStatus()).isEqualTo(403);
    }
    assertThat(perform(get("/admin/departments/nowhere"), ADMINISTRATOR).getStatus()).isEqualTo(404);
  }

  private static void assertRefused(MockHttpServletResponse answer, String... words) throws Exception {
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(main(answer)).contains(words).contains("aria-invalid=\"true\"");
  }
}
