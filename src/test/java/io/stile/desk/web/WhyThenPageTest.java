package io.stile.desk.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.engine.UnitOfWork;
import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.Clocks;
import io.stile.request.Request;
import io.stile.sla.Target;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

class WhyThenPageTest extends PageTest {

  private static final String CLOCK = "task:1";

  @Autowired
  Clocks clocks;
  @Autowired
  Promises promises;
  @Autowired
  UnitOfWork unitOfWork;

  private Request swap;
  private String number;

  @BeforeEach
  void open() {
    swap = people.phoneSwap();
    number = swap.number().value();
  }

  @Test
  void namesSpansNightsWeekendsAndHolidays() throws Exception {
    clocks.start(number, CLOCK, Instant.parse("2026-04-02T14:00:00Z"), Target.parse("PT4H"), "billing");

    why("front1", CLOCK).andExpect(status().isOk()).andExpect(content().string(stringContainsInOrder(
        "4 open hours", "Thu 2 Apr 16:00", "calendar Billing", "Counted", "Thu 2 Apr 16:00 – 17:00 open, 1 h",
        "Not counted", "Fri 3 Apr Good Friday", "Sat 4 – Sun 5 Apr weekend", "Mon 6 Apr Easter Monday",
        "Tue 7 Apr 08:00 – 11:00 open, 3 h", "Tue 7 Apr 2026, 11:00")))
        .andExpect(content().string(not(containsString("Times in"))));
  }

  @Test
  void readsTheLinesInTheCalendarsZoneAndTheResultInTheReaders() throws Exception {
    clocks.start(number, CLOCK, Instant.parse("2026-03-16T09:00:00Z"), Target.parse("PT2H"), "network-operations");

    why("front1", CLOCK).andExpect(content().string(stringContainsInOrder("Times in Lisbon",
        "Mon 16 Mar 09:00 – 11:00 open, 2 h", "Mon 16 Mar 2026, 11:00", "in Lisbon, which is", "12:00 for you")));
    why("network1", CLOCK).andExpect(content().string(not(containsString("Times in"))));
  }

  @Test
  void saysWhatWasRounded() throws Exception {
    Instant from = Instant.parse("2026-03-16T09:07:00Z");
    clocks.start(number, CLOCK, from, Target.parse("PT2H"), "front-office");
    clocks.fix(number, CLOCK, from, Instant.parse("2026-03-16T11:15:00Z"), "front-office", "rounded up to the quarter hour");

    why("front1", CLOCK).andExpect(content().string(stringContainsInOrder("2 open hours", "Mon 16 Mar 2026, 12:07",
        "Rounded up to the quarter hour", "Mon 16 Mar 2026, 12:15")));
  }

  @Test
  void stillExplainsAClockThatHasBeenMet() throws Exception {
    clocks.start(number, CLOCK, Instant.parse("2026-03-16T09:00:00Z"), Target.parse("PT2H"), "front-office");
    clocks.meet(number, CLOCK, Instant.parse("2026-03-16T09:30:00Z"));

    why("front1", CLOCK).andExpect(content().string(stringContainsInOrder("Mon 16 Mar 10:00 – 12:00 open, 2 h", "12:00")));
  }

  @Test
  void explainsThePromiseByTheWholeRequestAndThenByItsRenewals() throws Exception {
    Promise promise = promises.promiseOf(number).orElseThrow();
    Instant agreed = promise.dueAt().plus(Duration.ofHours(26));
    unitOfWork.run(() -> promises.renew(promise.id(), agreed, "Waits for <b>stock</b>", "front1"));

    why("front1", "promise:" + promise.id()).andExpect(content().string(stringContainsInOrder(
        "The promise to the customer", "2 business days", "business day 2", "Agreed anew with the customer",
        "Waits for &lt;b&gt;stock&lt;/b&gt;")));
    why("front1", "end-to-end").andExpect(content().string(allOf(containsString("2 business days"),
        not(containsString("Agreed anew")))));
    opens("front1", "/requests/" + number).andExpect(content().string(stringContainsInOrder("First promised", "renewed once")));
  }

  @Test
  void explainsTheClockOfATaskByItsName() throws Exception {
    why("billing1", "task:" + people.task(swap, "UserTask_AgreePlanChange").id())
        .andExpect(content().string(stringContainsInOrder("Agree the plan change with the customer", "1 open hour")));
  }

  @Test
  void knowsOnlyTheClocksOfThisRequest() throws Exception {
    long foreign = people.task(people.phoneSwap(), "UserTask_AgreePlanChange").id();

    why("front1", "task:" + foreign).andExpect(status().isNotFound());
    why("front1", "nonsense").andExpect(status().isNotFound());
  }

  private ResultActions why(String signIn, String clock) throws Exception {
    return opens(signIn, "/requests/" + number + "/clocks/" + clock);
  }
}
