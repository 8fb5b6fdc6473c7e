package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.engine.UnitOfWork;
import io.stile.request.Request;
import io.stile.testkit.TestClock;
import io.stile.work.Claims;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import io.stile.work.Waits;
import io.stile.work.WaitsFor;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Waiting, and others' numbers, on the pages that a browser without script gets. */
class TaskWaitPageTest extends PageTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Autowired
  Waits waits;
  @Autowired
  Claims claims;
  @Autowired
  TaskLookup tasks;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  TestClock clock;

  private Request swap;
  private Task task;

  @BeforeEach
  void claim() {
    swap = people.phoneSwap();
    long id = people.task(swap, "UserTask_AgreePlanChange").id();
    task = unitOfWork.of(() -> claims.claim(id, "front1"));
  }

  private String path() {
    return "/tasks/" + task.id();
  }

  private String tomorrow() {
    return LocalDateTime.ofInstant(clock.now().plus(Duration.ofDays(1)), BERLIN).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private Task now() {
    return tasks.byId(task.id()).orElseThrow();
  }

  private void await() {
    unitOfWork.run(() -> waits.begin(task.id(), WaitsFor.CUSTOMER, clock.now().plus(Duration.ofDays(1)), "Which <b>plan</b>?", "front1"));
  }

  @Test
  void setsItToWaitFromThePageInTheReadersTime() throws Exception {
    sends("front1", path() + "/wait", "for", "third-party", "until", tomorrow(), "reason", "Parts").andExpect(redirectedUrl(path()));

    assertThat(now().waiting().whom()).isEqualTo(WaitsFor.THIRD_PARTY);
    assertThat(now().waiting().until()).isEqualTo(LocalDateTime.parse(tomorrow()).atZone(BERLIN).toInstant());
    sends("front1", path() + "/resume").andExpect(redirectedUrl(path()));
    assertThat(now().isWaiting()).isFalse();
  }

  @Test
  void saysWhatItWaitsForAndThatThePromiseStands() throws Exception {
    opens("front1", path()).andExpect(content().string(allOf(containsString("Set it to wait"),
        containsString("The promise to the customer still stands"), not(containsString("Take it up again")))));
    await();

    opens("front1", path()).andExpect(content().string(allOf(containsString("Waiting for the customer"),
        containsString("Which &lt;b&gt;plan&lt;/b&gt;?"), containsString("Amara Diallo set it to wait"),
        containsString("The promise still stands:"), containsString("Take it up again"), containsString("Change what it waits for"))));
    opens("front2", path()).andExpect(content().string(allOf(containsString("Waiting for the customer"),
        not(containsString("Take it up again")))));
    opens("front1", "/requests/{n}", swap.number().value()).andExpect(content().string(allOf(
        containsString("waits for the customer"), containsString("Which &lt;b&gt;plan&lt;/b&gt;?"))));
    opens("front1", "/requests/{n}/clocks/task:{id}", swap.number().value(), task.id())
        .andExpect(content().string(containsString("waiting for the customer")));
    opens("front1", "/requests/{n}/diagram-state", swap.number().value())
        .andExpect(content().string(containsString("waiting for the customer")));
    opens("front2", "/intake/{id}", swap.customer()).andExpect(content().string(containsString("waiting for the customer")));
  }

  @Test
  void keepsWhatWasTypedOfAWaitThatCannotBe() throws Exception {
    sends("front1", path() + "/wait", "for", "third-party", "until", "next week", "reason", "Parts <i>from</i> Kiel")
        .andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(
            containsString("is no date and time"), containsString("value=\"next week\""),
            containsString("Parts &lt;i&gt;from&lt;/i&gt; Kiel"), containsString("aria-invalid=\"true\""))));
    sends("front1", path() + "/wait", "for", "customer", "until", "2026-01-01T10:00", "reason", "")
        .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("Say what it waits for.")));
    sends("front1", path() + "/wait").andExpect(status().isUnprocessableEntity());
    assertThat(now().isWaiting()).isFalse();
  }

  @Test
  void aStalePageIsToldAndItsWordsAreNotLost() throws Exception {
    people.complete(swap, task.stepKey(), "front1", Map.of("newPlan", "same", "dataOption", "none"));

    sends("front1", path() + "/wait", "for", "customer", "until", tomorrow(), "reason", "Which plan?")
        .andExpect(status().isConflict()).andExpect(content().string(allOf(containsString("has completed it"),
            containsString("You typed:"), containsString("Which plan?"))));
    sends("front1", path() + "/resume").andExpect(status().isConflict())
        .andExpect(content().string(containsString("does not wait")));
    sends("front2", path() + "/wait", "for", "customer", "until", tomorrow(), "reason", "Mine").andExpect(status().isConflict());
  }

  @Test
  void whoMayNotIsRefused() throws Exception {
    sends("billing1", path() + "/wait", "for", "customer", "until", tomorrow(), "reason", "x").andExpect(status().isForbidden());
    sends("billing1", path() + "/resume").andExpect(status().isConflict());
    sends("billing1", path() + "/reference", "reference", "1").andExpect(status().isForbidden());
    sends("front1", "/tasks/999999/wait", "for", "customer", "until", tomorrow(), "reason", "x").andExpect(status().isNotFound());
  }

  @Test
  void whatWaitsStandsApartInTheLists() throws Exception {
    unitOfWork.run(() -> claims.reassign(task.id(), "front6", "front.lead", null));
    await();

    opens("front6", "/").andExpect(content().string(allOf(containsString("waits for the customer"), containsString("waiting"))));
    opens("front2", "/queues/front-office?waiting=true").andExpect(content().string(allOf(
        containsString("waits for the customer"), containsString(" waiting"))));
    opens("front2", "/queues").andExpect(content().string(containsString(" waiting")));
  }

  @Test
  void aNumberOfOthersLeadsToTheRequest() throws Exception {
    String number = "RMA-" + swap.number().value();
    sends("front1", path() + "/reference", "reference", number).andExpect(redirectedUrl(path()));

    opens("front1", path()).andExpect(content().string(containsString(number)));
    opens("front2", "/requests/{n}", swap.number().value()).andExpect(content().string(containsString(number)));
    opens("front2", "/intake?q={n}", number.toLowerCase()).andExpect(redirectedUrl("/requests/" + swap.number().value()));
    opens("front2", "/intake/hits?q={n}", number.substring(2)).andExpect(content().string(allOf(containsString(number),
        containsString("Agree the plan change"), containsString(">maybe<"))));
    sends("front1", path() + "/reference", "reference", "x".repeat(201)).andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Expected at most 200 characters")));
    sends("front1", path() + "/reference", "reference", "").andExpect(redirectedUrl(path()));
    opens("front2", "/intake?q={n}", number).andExpect(status().isOk());
  }
}
