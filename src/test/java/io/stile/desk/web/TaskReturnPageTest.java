package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.engine.UnitOfWork;
import io.stile.notification.Notice;
import io.stile.notification.Notices;
import io.stile.organisation.Absence;
import io.stile.organisation.Absences;
import io.stile.request.Request;
import io.stile.testkit.TestClock;
import io.stile.work.Claims;
import io.stile.work.QueueItem;
import io.stile.work.Returns;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Returning a task, and standing in for somebody, on the pages that a browser without script gets. */
class TaskReturnPageTest extends PageTest {

  private static final String WORDS = "Which <b>colour</b>?";

  @Autowired
  Returns returns;
  @Autowired
  Claims claims;
  @Autowired
  TaskLookup tasks;
  @Autowired
  WorkLines lines;
  @Autowired
  Notices notices;
  @Autowired
  Absences absences;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  TestClock clock;

  private Request swap;
  private Task task;

  @BeforeEach
  void claim() {
    swap = people.phoneSwap();
    people.complete(swap, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    long id = people.task(swap, "UserTask_ReserveHandset").id();
    task = unitOfWork.of(() -> claims.claim(id, "logistics1"));
  }

  private String path() {
    return "/tasks/" + task.id();
  }

  private Task now() {
    return tasks.byId(task.id()).orElseThrow();
  }

  /** As it stands in a list, wherever others' work has pushed it. */
  private WorkLine line(String viewer) {
    return lines.of(List.of(new QueueItem(now(), "Tess Trial", "Phone swap", "front1")), viewer).get(0);
  }

  private void giveBack(String by) {
    unitOfWork.run(() -> returns.giveBack(task.id(), "information-missing", WORDS, by));
  }

  @Test
  void returnsItAndSendsItOn() throws Exception {
    opens("logistics1", path()).andExpect(content().string(allOf(containsString("Return it"), containsString("Information is missing"))));
    sends("logistics1", path() + "/return", "reason", "information-missing", "words", WORDS).andExpect(redirectedUrl(path()));

    opens("front2", path()).andExpect(content().string(allOf(containsString("Returned once by Logistics: Information is missing"),
        containsString("Which &lt;b&gt;colour&lt;/b&gt;?"), containsString("Send it on"), containsString("Not our work either"))));
    assertThat(line("front2").returned()).isEqualTo("returned by Logistics");
    opens("front1", "/requests/{n}", swap.number().value()).andExpect(content().string(containsString("returned “Reserve the handset” to")));
    opens("front1", "/requests/{n}/clocks/return:{id}", swap.number().value(), now().returned()).andExpect(status().isOk());
    sends("front2", path() + "/send-on", "words", "The black one").andExpect(redirectedUrl(path()));

    assertThat(now().isReturned()).isFalse();
    opens("logistics1", path()).andExpect(content().string(allOf(containsString("Returned once by Logistics to"),
        containsString("The black one"), not(containsString("Send it on")))));
  }

  @Test
  void keepsWhatWasTypedOfAReturnThatCannotBe() throws Exception {
    sends("logistics1", path() + "/return", "reason", "", "words", WORDS).andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(allOf(containsString("Choose why it is returned."), containsString("Which &lt;b&gt;colour&lt;/b&gt;?"),
            containsString("aria-invalid=\"true\""))));
    sends("logistics1", path() + "/return", "reason", "not-possible", "words", "x".repeat(2_001)).andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("at most 2,000 characters")));
    sends("logistics1", path() + "/return").andExpect(status().isUnprocessableEntity());
    assertThat(now().isReturned()).isFalse();
  }

  @Test
  void aStalePageIsToldAndItsWordsAreNotLost() throws Exception {
    giveBack("logistics1");
    sends("logistics1", path() + "/return", "reason", "not-possible", "words", "Again").andExpect(status().isForbidden());
    sends("logistics1", path() + "/send-on", "words", "No").andExpect(status().isForbidden());
    unitOfWork.run(() -> returns.sendOn(task.id(), "The black one", "front1"));
    sends("front1", path() + "/send-on", "words", "The <i>white</i> one").andExpect(status().isConflict())
        .andExpect(content().string(allOf(containsString("is not returned"), containsString("You typed:"), containsString("The &lt;i&gt;white&lt;/i&gt; one"))));
    sends("front1", "/tasks/999999/return", "reason", "not-possible", "words", "x").andExpect(status().isNotFound());
  }

  @Test
  void theSecondOneIsShownWhereItIsDecided() throws Exception {
    giveBack("logistics1");
    sends("front1", path() + "/return", "reason", "not-our-work", "words", "Not ours").andExpect(redirectedUrl(path()));

    Task voice = people.task(swap, "UserTask_SayWhoDoesItOther");
    opens("logistics.lead", "/tasks/" + voice.id()).andExpect(content().string(allOf(containsString("Not agreed: returned once by"),
        containsString("Not ours"), containsString("The owner of the request"), containsString("Look at the task"))));
    assertThat(line("front1").returned()).isEqualTo("to be decided");
  }

  @Test
  void theOwnerIsTold() {
    giveBack("logistics1");

    awaitNotice("front1", "Logistics returned “Reserve the handset”");
  }

  private void awaitNotice(String employee, String text) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
        assertThat(notices.of(employee, 200)).extracting(Notice::text).anyMatch(told -> told.contains(text)));
  }

  /** Somebody who has little to do otherwise, so that it stands on the first page. */
  @Test
  void aDeputyFindsItOnHisPagesForAsLongAsTheOtherIsAway() throws Exception {
    unitOfWork.run(() -> claims.reassign(task.id(), "logistics3", "logistics.lead", null));
    absences.add(new Absence(null, "logistics3", clock.now(), clock.now().plus(Duration.ofDays(1)), Absence.Kind.SICK, "finance1"));
    try {
      opens("finance1", "/").andExpect(content().string(allOf(containsString(swap.number().value()), containsString("for Stefan Huber until"))));
      opens("finance1", path()).andExpect(content().string(allOf(containsString("yours"), containsString("Complete"), containsString("for Stefan Huber until"))));
      unitOfWork.run(() -> claims.reassign(task.id(), "logistics2", "logistics.lead", null));
      unitOfWork.run(() -> claims.reassign(task.id(), "logistics3", "logistics.lead", null));
      awaitNotice("finance1", "For Stefan Huber: “Reserve the handset” was assigned to you");
    } finally {
      List.copyOf(absences.notEndedOf("logistics3", clock.now())).forEach(absence -> absences.remove(absence.id()));
    }
    opens("finance1", "/").andExpect(content().string(not(containsString(swap.number().value()))));
    opens("finance1", path()).andExpect(content().string(not(containsString(">yours<"))));
  }
}
