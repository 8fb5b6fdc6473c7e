package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.organisation.EmployeeDetails;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.organisation.Staffing;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A program has somebody's work taken over when he leaves. */
@StileTest
class SuccessionOverHttpTest {

  private static final AtomicInteger LEAVERS = new AtomicInteger();

  @Value("${local.server.port}")
  int port;
  @Autowired
  Requesting people;
  @Autowired
  Staffing staffing;
  @Autowired
  Organisation organisation;

  private ApiClient api;
  private Request swap;
  private String leaver;
  private String path;

  @BeforeEach
  void somebodyOwnsARequest() {
    api = new ApiClient(port);
    leaver = "api-leaver" + LEAVERS.incrementAndGet();
    staffing.hire(leaver, "-", new EmployeeDetails("Lee Leaver", null, ZoneId.of("Europe/Berlin"), Set.of(Role.FRONT_OFFICE),
        Set.of("front-office")));
    swap = people.phoneSwap(people.customerInGoodStanding(), leaver);
    path = "/api/v1/employees/" + leaver;
  }

  @Test
  void listsWhatDependsOnSomebody() {
    ApiClient.Answer work = api.get("admin", path + "/work");
    assertThat(work.status()).as(work.body().toString()).isEqualTo(200);
    assertThat(work.text("/requests/0/number")).isEqualTo(swap.number().value());
    assertThat(work.text("/name")).isEqualTo("Lee Leaver");
    assertThat(api.get("admin", "/api/v1/employees/nobody/work").status()).isEqualTo(404);
    assertThat(api.get("front.lead", path + "/work").status()).isEqualTo(403);
  }

  @Test
  void movesAllOfItAndClosesTheAccountInOneStep() {
    ApiClient.Answer done = api.post("admin", path + "/successor",
        Map.of("employee", "front2", "reason", "Leaves us", "anyway", true, "letGo", true));

    assertThat(done.status()).as(done.body().toString()).isEqualTo(200);
    assertThat(done.at("/active").asBoolean()).isFalse();
    assertThat(done.text("/moves/0/to")).isEqualTo("front2");
    assertThat(people.now(swap).owner()).isEqualTo("front2");
    assertThat(organisation.employee(leaver).orElseThrow().active()).isFalse();
  }

  @Test
  void refusesWhatCannotBeAndThenNothingHasMoved() {
    assertThat(api.post("admin", path + "/successor", Map.of("employee", "nobody", "reason", "Leaves us")).status()).isEqualTo(422);
    assertThat(api.post("admin", path + "/successor", Map.of("employee", "front2", "department", "front-office", "reason", "x")).status())
        .isEqualTo(422);
    assertThat(api.post("admin", path + "/successor", Map.of("employee", "front2", "anyway", true)).status()).isEqualTo(422);
    assertThat(api.postIfMatch("admin", path + "/successor", "\"another\"", Map.of("employee", "front2", "reason", "x")).status())
        .isEqualTo(412);
    assertThat(api.post("front.lead", path + "/successor", Map.of("employee", "front2", "reason", "x")).status()).isEqualTo(403);
    assertThat(people.now(swap).owner()).isEqualTo(leaver);
  }
}
