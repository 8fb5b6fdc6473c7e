package io.stile.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.stile.organisation.Absence;
import io.stile.organisation.Absences;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

class AbsencesPageTest extends AdminPages {

  @Autowired Absences absences;
  @Autowired Clock clock;

  @Test
  void entersWholeDaysInTheZoneOfTheEmployee() throws Exception {
    MockHttpServletResponse answer = sent("/admin/absences", "employee", "network1", "from", "2030-07-01", "last", "2030-07-02", "kind", "SICK",
        "deputy", "network2");

    assertThat(answer.getRedirectedUrl()).isEqualTo("/admin/absences");
    assertThat(absences.notEndedOf("network1", clock.instant())).singleElement().satisfies(absence -> {
      assertThat(absence.from()).isEqualTo("2030-06-30T23:00:00Z");
      assertThat(absence.until()).isEqualTo("2030-07-02T23:00:00Z");
      assertThat(absence.deputy()).isEqualTo("network2");
    });
    assertThat(page("/admin/absences")).contains("João Carvalho", "Inês Figueiredo");
  }

  @Test
  void keepsWhatWasTypedAndSaysWhatWasExpected() throws Exception {
    refused(sent("/admin/absences", "employee", "ghost", "from", "2030-07-01", "last", "2030-07-02"), "&#39;ghost&#39; is no employee", "value=\"2030-07-01\"");
    refused(sent("/admin/absences", "employee", "network1", "from", "2030-07-03", "last", "2030-07-02"), "lies before the beginning");
    refused(sent("/admin/absences", "employee", "network1", "from", "2030-07-01", "fromTime", "noon", "last", "2030-07-02"), "&#39;noon&#39; is no time of day");
    refused(sent("/admin/absences", "employee", "network1", "from", "2030-07-01", "last", "2030-07-02", "deputy", "network1"), "cannot stand in for himself");
  }

  @Test
  void aLeadEntersTheAbsencesOfHisOwnPeopleOnly() throws Exception {
    assertThat(perform(get("/admin/absences"), LEAD).getStatus()).isEqualTo(200);
    assertThat(enter("logistics1").getStatus()).isEqualTo(302);
    assertThat(enter("billing1").getStatus()).isEqualTo(403);

    absences.add(new Absence("billing2", clock.instant(), clock.instant().plus(Duration.ofDays(1)), Absence.Kind.OTHER));
    long id = absences.notEndedOf("billing2", clock.instant()).get(0).id();
    assertThat(perform(post("/admin/absences/" + id + "/remove"), LEAD).getStatus()).isEqualTo(403);
    assertThat(perform(post("/admin/absences/" + id + "/deputy").param("deputy", "billing1"), LEAD).getStatus()).isEqualTo(403);
    assertThat(sent("/admin/absences/" + id + "/deputy", "deputy", "billing1").getStatus()).isEqualTo(302);
    assertThat(sent("/admin/absences/" + id + "/remove").getStatus()).isEqualTo(302);
    assertThat(absences.byId(id)).isEmpty();
  }

  @Test
  void isForNobodyElse() throws Exception {
    assertThat(perform(get("/admin/absences"), EMPLOYEE).getStatus()).isEqualTo(403);
    assertThat(perform(post("/admin/absences"), EMPLOYEE).getStatus()).isEqualTo(403);
  }

  private MockHttpServletResponse enter(String employee) throws Exception {
    return perform(post("/admin/absences").param("employee", employee).param("from", "2030-07-01").param("last", "2030-07-02"), LEAD);
  }

  private static void refused(MockHttpServletResponse answer, String... words) throws Exception {
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(main(answer)).contains(words);
  }
}
