package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.organisation.NewEmployee;
import io.stile.organisation.Organisation;
import io.stile.promise.Promises;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.web.Badge;
import io.stile.work.Claims;
import io.stile.work.Task;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@StileTest
class MyWorkPageTest {

  private static final AtomicInteger HIRED = new AtomicInteger();
  private static final String AGREE = "UserTask_AgreePlanChange";

  @Autowired WebApplicationContext application;
  @Autowired Requesting people;
  @Autowired Organisation organisation;
  @Autowired Claims claims;
  @Autowired Promises promises;
  @Autowired WorkMenu menu;
  @Autowired TestClock time;
  @Autowired JdbcClient jdbc;

  private final String me = "my.work" + HIRED.incrementAndGet();
  private DeskPages pages;

  /** Somebody of the front office who has and owns nothing yet. */
  @BeforeEach
  void beNew() {
    pages = new DeskPages(application);
    organisation.add(new NewEmployee(me, "Mia Work", "-", ZoneId.of("Europe/Berlin"), Set.of()));
    jdbc.sql("insert into membership (department, employee) values ('front-office', ?)").param(me).update();
  }

  @AfterEach
  void leave() {
    jdbc.sql("delete from membership where employee = ?").param(me).update();
    organisation.setActive(me, false);
  }

  @Test
  void showsMyTasksMyRequestsWhereTheyStandAndWhatIsPromised() throws Exception {
    Request mine = people.phoneSwap(people.customerInGoodStanding(), me);
    Request notMine = people.phoneSwap();
    Task task = claims.claim(people.task(notMine, AGREE).id(), me);
    people.complete(mine, AGREE, "front1", Map.of("newPlan", "medium", "dataOption", "none"));

    String page = pages.get(me, "/").andReturn().getResponse().getContentAsString();

    assertThat(page).contains("1 task, 1 request").contains("/tasks/" + task.id()).contains("/requests/" + mine.number())
        .doesNotContain("/requests/" + notMine.number()).contains("Reserve the handset").contains("Logistics")
        .contains("Change plan and data option").contains("Billing").contains("Phone swap for Tess Trial");
    assertThat(menu.badgesFor(me)).contains(new Badge("/", 1, false));
  }

  @Test
  void marksWhatIsLateAndSortsByWhatIsPromisedNow() throws Exception {
    Request first = people.phoneSwap(people.customerInGoodStanding(), me);
    Request second = people.phoneSwap(people.customerInGoodStanding(), me);
    claims.claim(people.task(second, AGREE).id(), me);
    promises.renew(promises.promiseOf(first.number().value()).orElseThrow().id(), time.now().plus(Duration.ofDays(90)),
        "Waits for the shop", "front1");
    time.advanceTo(people.task(second, AGREE).dueAt());

    String page = pages.get(me, "/").andReturn().getResponse().getContentAsString();

    assertThat(page.indexOf(second.number().value())).isLessThan(page.indexOf(first.number().value()));
    assertThat(page).contains("1 late").contains("late by");
    assertThat(menu.badgesFor(me)).contains(new Badge("/", 1, true));
  }
}
