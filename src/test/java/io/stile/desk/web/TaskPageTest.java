package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interaction.Direction;
import io.stile.customer.Interactions;
import io.stile.customer.NewInteraction;
import io.stile.demonstration.TimeTravel;
import io.stile.request.Notes;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.Claims;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.context.WebApplicationContext;

@StileTest
class TaskPageTest {

  private static final String AGREE = "UserTask_AgreePlanChange";
  private static final String RESERVE = "UserTask_ReserveHandset";
  private static final String AGREED = """
      {"newPlan": "medium", "dataOption": "none", "agreedNote": "Call after six"}""";

  @Autowired WebApplicationContext application;
  @Autowired Requesting people;
  @Autowired Claims claims;
  @Autowired TaskLookup tasks;
  @Autowired Interactions interactions;
  @Autowired Notes notes;
  @Autowired TimeTravel timeTravel;
  @Autowired TestClock time;

  private DeskPages pages;
  private Request swap;
  private Task agree;

  @BeforeEach
  void open() {
    pages = new DeskPages(application);
    swap = people.phoneSwap();
    agree = people.task(swap, AGREE);
  }

  @Test
  void showsWhatTheCustomerSaidOnceAndWhatEarlierStepsFound() throws Exception {
    String number = swap.number().value();
    interactions.log(new NewInteraction(swap.customer(), number, Channel.MAIL, Direction.IN, null, "Please hurry"));
    notes.add(number, "front2", "He was <b>friendly</b>");
    people.complete(swap, AGREE, "front1", Map.of("newPlan", "medium", "dataOption", "none"));

    String page = body(pages.get("logistics1", "/tasks/" + people.task(swap, RESERVE).id()));

    assertThat(page).containsOnlyOnce("My phone is too slow, I want the new one.").contains("Please hurry")
        .contains("Tess Trial by mail").contains("Medium: 40 GB").doesNotContain("newPlan")
        .contains("He was &lt;b&gt;friendly&lt;/b&gt;").contains("Lukas Brandt").contains("0.00 EUR")
        .contains("Reserve the handset that the customer wants").contains("/requests/" + number)
        .contains("/requests/%s/clocks/task:%d".formatted(number, people.task(swap, RESERVE).id()))
        .contains("Nobody in Logistics has it yet.").contains("Claim it").doesNotContain("stile-form");
  }

  @Test
  void offersTheFormOnlyToWhoeverHasTheTask() throws Exception {
    claims.claim(agree.id(), "front1");

    pages.get("front1", path()).andExpect(content().string(allOf(containsString("<stile-form"), containsString("yours"))));
    pages.get("front2", path()).andExpect(content().string(allOf(not(containsString("<stile-form")),
        containsString("Amara Diallo has it"), not(containsString("Give it to somebody")))));
    pages.get("billing1", path()).andExpect(content().string(containsString("is work of Front office")));
    pages.get("front.lead", path()).andExpect(content().string(containsString("Give it to somebody")));
  }

  @Test
  void aStaleTabIsToldWhatHappenedMeanwhileAndKeepsWhatWasTyped() throws Exception {
    Task seen = claims.claim(agree.id(), "front1");
    String page = body(pages.get("front1", path()));
    claims.reassign(agree.id(), "front2", "front.lead", "Amara is at lunch");

    ResultActions answer = complete("front1", seen.version(), AGREED, value(page, "seen"));

    answer.andExpect(status().isConflict()).andExpect(content().string(allOf(
        containsString("is not yours: Lukas Brandt has it"), containsString("gave “Agree the plan change with the customer” to Lukas Brandt"),
        containsString("Amara is at lunch"), containsString("\"agreedNote\":\"Call after six\""), containsString("<stile-form readonly"))));
    assertThat(tasks.byId(agree.id()).orElseThrow().state()).isEqualTo(Task.State.CLAIMED);
  }

  @Test
  void completingTwiceIsAConflictThatNamesWhoHasCompleted() throws Exception {
    Task seen = claims.claim(agree.id(), "front1");
    complete("front1", seen.version(), AGREED, "0").andExpect(status().is3xxRedirection());

    complete("front1", seen.version(), AGREED, "0").andExpect(status().isConflict())
        .andExpect(content().string(allOf(containsString("Amara Diallo has completed it"), containsString("Call after six"))));
  }

  @Test
  void aTaskThatWentAndCameBackKeepsTheInputInTheFormToBeSentAgain() throws Exception {
    Task seen = claims.claim(agree.id(), "front1");
    claims.release(agree.id(), "front1");
    Task present = claims.claim(agree.id(), "front1");

    String page = body(complete("front1", seen.version(), AGREED, "0").andExpect(status().isConflict()));

    assertThat(page).contains("\"agreedNote\":\"Call after six\"").contains("look at it and send it again")
        .doesNotContain("<stile-form readonly");
    assertThat(value(page, "version")).isEqualTo(String.valueOf(present.version()));
  }

  @Test
  void whatWasTypedBeforeTheTaskWasPutBackComesAlongWhenItIsClaimedAgain() throws Exception {
    Task seen = claims.claim(agree.id(), "front1");
    claims.release(agree.id(), "front1");
    complete("front1", seen.version(), AGREED, "0").andExpect(status().isConflict())
        .andExpect(content().string(containsString("Claim it again, with what I typed")));

    ResultActions claimed = pages.post("front1", path() + "/claim", Map.of("answers", AGREED));

    claimed.andExpect(redirectedUrl(path()));
    pages.follow("front1", claimed).andExpect(content().string(containsString("\"agreedNote\":\"Call after six\"")));
  }

  @Test
  void answersThatAreNotAcceptedStayInTheFormWithTheProblemsAtTheirFields() throws Exception {
    Task seen = claims.claim(agree.id(), "front1");

    complete("front1", seen.version(), """
        {"newPlan": "gigantic", "agreedNote": "</script><b>Call</b> after six", "surprise": 1}""", "0")
        .andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(
            containsString("3 answers"), containsString("&quot;field&quot;:&quot;newPlan&quot;"),
            containsString("&quot;field&quot;:&quot;dataOption&quot;"), containsString("&quot;field&quot;:&quot;surprise&quot;"),
            containsString("after six"), not(containsString("</script><b>")), not(containsString("<b>Call</b>")))));

    assertThat(people.steps(swap)).contains(AGREE);
  }

  @Test
  void whatIsNoJsonIsRefused() throws Exception {
    Task seen = claims.claim(agree.id(), "front1");

    complete("front1", seen.version(), "[1", "0").andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("as a JSON object")));
    complete("front1", seen.version(), "[1]", "0").andExpect(status().isUnprocessableEntity());
    complete("front1", seen.version(), "null", "0").andExpect(status().isUnprocessableEntity());
  }

  @Test
  void aClaimThatSomebodyElseWonSaysWho() throws Exception {
    claims.claim(agree.id(), "front2");

    pages.post("front1", path() + "/claim", Map.of()).andExpect(status().isConflict())
        .andExpect(content().string(containsString("Lukas Brandt has it")));
  }

  @Test
  void whoMayNotIsRefused() throws Exception {
    pages.post("billing1", path() + "/claim", Map.of()).andExpect(status().isForbidden())
        .andExpect(content().string(containsString("Priya Raman does not belong to it")));
    pages.post("front1", path() + "/reassign", Map.of("to", "front2")).andExpect(status().isForbidden());
    complete("front1", agree.version(), AGREED, "0").andExpect(status().isConflict());
    pages.get("front1", "/tasks/999999999").andExpect(status().isNotFound());
  }

  @Test
  void theLeadGivesATaskAndItsReceiverIsNamed() throws Exception {
    ResultActions given = pages.post("front.lead", path() + "/reassign", Map.of("to", "front3", "reason", " "));

    given.andExpect(redirectedUrl(path())).andExpect(flash().attribute("message",
        "Hye-jin Park has “Agree the plan change with the customer” now."));
    assertThat(tasks.byId(agree.id()).orElseThrow().assignee()).isEqualTo("front3");
  }

  @Test
  void tellsTheLeadWhichTaskIsLateAndWhoHasIt() throws Exception {
    Task late = claims.claim(agree.id(), "front2");
    timeTravel.advance(Duration.between(time.now(), late.dueAt()));

    Task decide = people.task(swap, "UserTask_DecideAboutLateTask");

    pages.get("front.lead", "/tasks/" + decide.id()).andExpect(content().string(allOf(
        containsString("/tasks/" + late.id()), containsString("Lukas Brandt has it"), containsString("late by"))));
  }

  @Test
  void remembersWhereOneWantsToGoAfterwards() throws Exception {
    Task seen = claims.claim(agree.id(), "front1");

    ResultActions done = pages.post("front1", path() + "/complete",
        Map.of("answers", AGREED, "version", seen.version(), "then", "STAY"));

    done.andExpect(redirectedUrl(path())).andExpect(cookie().value("after-task", "STAY")).andExpect(cookie().httpOnly("after-task", true));
    pages.follow("front1", done).andExpect(content().string(allOf(containsString("is done."),
        containsString("What came next"), containsString("Reserve the handset"), containsString("in time"))));
  }

  private ResultActions complete(String employee, int version, String answers, String seen) throws Exception {
    Map<String, Object> fields = new HashMap<>(Map.of("answers", answers, "version", version, "seen", seen));
    fields.put("then", "WORK");
    return pages.post(employee, path() + "/complete", fields);
  }

  private String path() {
    return "/tasks/" + agree.id();
  }

  private static String body(ResultActions answer) throws Exception {
    return answer.andReturn().getResponse().getContentAsString();
  }

  /** The value of the first hidden input of that name. */
  private static String value(String page, String name) {
    return page.replaceFirst("(?s).*?name=\"" + name + "\" value=\"([^\"]*)\".*", "$1");
  }
}
