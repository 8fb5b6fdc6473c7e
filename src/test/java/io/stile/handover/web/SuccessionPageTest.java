package io.stile.handover.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.stile.organisation.EmployeeDetails;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.organisation.Staffing;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

/** The page of the work of somebody who leaves; what a test changes is undone after it. */
@StileTest
@Transactional
class SuccessionPageTest {

  private static final String PAGE = "/admin/employees/lea/work";

  @Autowired WebApplicationContext application;
  @Autowired Staffing staffing;
  @Autowired Organisation organisation;
  @Autowired Requesting people;

  private MockMvc pages;
  private Request swap;

  @BeforeEach
  void somebodyOwnsARequest() {
    pages = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    staffing.hire("lea", "-", new EmployeeDetails("Lea <Leaver>", null, ZoneId.of("Europe/Berlin"), Set.of(Role.FRONT_OFFICE), Set.of("front-office")));
    swap = people.phoneSwap(people.customerInGoodStanding(), "lea");
  }

  private MockHttpServletResponse perform(String role, MockHttpServletRequestBuilder request) throws Exception {
    return pages.perform(request.with(user("admin").roles("EMPLOYEE", role)).with(csrf())).andReturn().getResponse();
  }

  private MockHttpServletResponse sent(String... fields) throws Exception {
    MockHttpServletRequestBuilder form = post(PAGE).param("version", String.valueOf(staffing.sheet("lea").orElseThrow().version()));
    for (int at = 0; at < fields.length; at += 2) {
      form.param(fields[at], fields[at + 1]);
    }
    return perform("ADMINISTRATOR", form);
  }

  @Test
  void isForAdministratorsOnly() throws Exception {
    assertThat(perform("LEAD", get(PAGE)).getStatus()).isEqualTo(403);
    assertThat(perform("LEAD", post(PAGE).param("version", "0")).getStatus()).isEqualTo(403);
    assertThat(perform("ADMINISTRATOR", get("/admin/employees/nobody/work")).getStatus()).isEqualTo(404);
  }

  @Test
  void listsWhatDependsOnSomebody() throws Exception {
    String page = perform("ADMINISTRATOR", get(PAGE)).getContentAsString();

    assertThat(page).contains("Work of Lea &lt;Leaver&gt;", swap.number().value(), "1 request, 0 tasks", "Has no task", "Hand it over and close the account")
        .doesNotContain("value=\"employee:lea\"");
    assertThat(perform("ADMINISTRATOR", get("/admin/employees/quality.lead/work")).getContentAsString()).contains("leads Quality");
    assertThat(perform("ADMINISTRATOR", get("/admin/employees/lea")).getContentAsString()).contains(PAGE);
  }

  @Test
  void handsItOver() throws Exception {
    MockHttpServletResponse answer = sent("to", "employee:front2", "reason", "Leaves us");

    assertThat(answer.getRedirectedUrl()).isEqualTo(PAGE);
    assertThat(people.now(swap).owner()).isEqualTo("front2");
    assertThat(organisation.employee("lea").orElseThrow().active()).isTrue();
  }

  @Test
  void handsItOverAndClosesTheAccount() throws Exception {
    MockHttpServletResponse answer = sent("to", "department:front-office", "anyway", "true", "reason", "Leaves us", "letGo", "true");

    assertThat(answer.getRedirectedUrl()).isEqualTo("/admin/employees/lea");
    assertThat(people.now(swap).owner()).isNotEqualTo("lea");
    assertThat(organisation.employee("lea").orElseThrow().active()).isFalse();
    assertThat(perform("ADMINISTRATOR", get(PAGE)).getContentAsString()).contains("has left").doesNotContain("close the account");
  }

  @Test
  void keepsWhatWasTypedAndSaysWhatWasExpected() throws Exception {
    MockHttpServletResponse nobody = sent("to", "", "reason", "Leaves us");
    assertThat(nobody.getStatus()).isEqualTo(422);
    assertThat(nobody.getContentAsString()).contains("Choose who takes over", ">Leaves us</textarea>");
    MockHttpServletResponse silent = sent("to", "employee:front2", "reason", " ");
    assertThat(silent.getStatus()).isEqualTo(422);
    assertThat(silent.getContentAsString()).contains("Expected a reason", "value=\"employee:front2\"");
  }
}
