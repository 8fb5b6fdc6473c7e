package io.stile.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.testkit.StileTest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two administrators at the same instant. */
@StileTest
class SimultaneousAdministratorsTest {

  @Autowired Staffing staffing;
  @Autowired Organisation organisation;

  private final ExecutorService both = Executors.newFixedThreadPool(2);

  @AfterEach
  void leaveOneAdministrator() {
    both.shutdownNow();
    staffing.bringBack("admin");
    staffing.sheet("second.admin").filter(sheet -> sheet.employee().active())
        .ifPresent(sheet -> staffing.letGo("second.admin", sheet.version()));
  }

  @RepeatedTest(5)
  void cannotBothLetTheOtherGo() throws Exception {
    if (staffing.sheet("second.admin").isEmpty()) {
      organisation.add(new NewEmployee("second.admin", "Second", "-", ZoneId.of("Europe/Berlin"), Set.of(Role.ADMINISTRATOR)));
    }
    staffing.bringBack("second.admin");

    List<String> refusals = atOnce(() -> letGo("admin"), () -> letGo("second.admin"));

    assertThat(refusals).as("one of the two is refused").containsOnlyOnce("");
    assertThat(refusals).anyMatch(refusal -> refusal.contains("last administrator"));
    assertThat(organisation.withRole(Role.ADMINISTRATOR)).hasSize(1);
  }

  @Test
  void theSecondOfTwoChangesIsTold() throws Exception {
    int seen = staffing.sheet("quality2").orElseThrow().version();

    List<String> refusals = atOnce(() -> rename("quality2", "One", seen), () -> rename("quality2", "Two", seen));

    assertThat(refusals).containsOnlyOnce("").anyMatch(refusal -> refusal.contains("Somebody else changed"));
    rename("quality2", "Viktor Sandoval", staffing.sheet("quality2").orElseThrow().version());
  }

  private List<String> atOnce(Callable<String> one, Callable<String> other) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<String>> running = new ArrayList<>();
    for (Callable<String> each : List.of(one, other)) {
      running.add(both.submit(() -> {
        start.await(10, TimeUnit.SECONDS);
        return each.call();
      }));
    }
    return List.of(running.get(0).get(30, TimeUnit.SECONDS), running.get(1).get(30, TimeUnit.SECONDS));
  }

  private String letGo(String signIn) {
    int version = staffing.sheet(signIn).orElseThrow().version();
    return refusal(() -> staffing.letGo(signIn, version));
  }

  private String rename(String signIn, String name, int seen) {
    EmployeeDetails now = staffing.sheet(signIn).orElseThrow().details();
    return refusal(() -> staffing.change(signIn, new EmployeeDetails(name, now.email(), now.zone(), now.roles(), now.departments()), seen));
  }

  private static String refusal(Runnable change) {
    try {
      change.run();
      return "";
    } catch (OrganisationRefused refused) {
      return refused.getMessage();
    }
  }
}
