package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.request.Notes;
import io.stile.request.Request;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

class RequestPageTest extends PageTest {

  @Autowired
  Notes notes;

  private Request swap;
  private String number;

  @BeforeEach
  void open() {
    swap = people.phoneSwap();
    number = swap.number().value();
  }

  @Test
  void showsTheCustomersWordsOnce() throws Exception {
    assertThat(opens("billing1", "/requests/" + number).andReturn().getResponse().getContentAsString())
        .containsOnlyOnce("My phone is too slow, I want the new one.");
    assertThat(opens("billing1", "/customers/" + swap.customer()).andReturn().getResponse().getContentAsString())
        .containsOnlyOnce("My phone is too slow, I want the new one.");
  }

  @Test
  void showsOwnerClocksStepsAndTheCustomersWords() throws Exception {
    opens("billing1", "/requests/" + number).andExpect(status().isOk()).andExpect(content().string(stringContainsInOrder(
        "Phone swap", "Tess Trial", number, "Owner", "Amara Diallo", "Promise to the customer", "Whole request",
        "2 business days", "Where it is", "Agree the plan change with the customer", "Front office", "Nobody yet",
        "What the customer said", "My phone is too slow, I want the new one.", "told once to Amara Diallo",
        "Aurora 5", "Notes", "What happened", "opened the request by phone")));
  }

  @Test
  void linksTheCustomerTheTasksAndTheReasonForEachDueTime() throws Exception {
    long task = people.task(swap, "UserTask_AgreePlanChange").id();

    opens("billing1", "/requests/" + number).andExpect(content().string(allOf(
        containsString("href=\"/customers/%d\"".formatted(swap.customer())), containsString("href=\"/tasks/%d\"".formatted(task)),
        containsString("/requests/%s/clocks/end-to-end\"".formatted(number)), containsString("/clocks/promise:"),
        containsString("/requests/%s/clocks/task:%d\"".formatted(number, task)))));
  }

  @Test
  void tellsWhoDidWhatAtTheStepsThatAreDone() throws Exception {
    people.complete(swap, "UserTask_AgreePlanChange", "front2", Map.of("newPlan", "medium", "dataOption", "none"));

    opens("manager", "/requests/" + number).andExpect(content().string(allOf(
        containsString("1 done, 2 going on"), containsString("Lukas Brandt"), containsString("Medium: 40 GB"),
        containsString("finished “Agree the plan change with the customer”"), not(containsString("UserTask_")))));
    opens("manager", "/requests/" + number + "/diagram-state")
        .andExpect(jsonPath("$.done[0]").value("UserTask_AgreePlanChange"))
        .andExpect(jsonPath("$.current.length()").value(2))
        .andExpect(jsonPath("$.current[?(@.id=='UserTask_ReserveHandset')].state").value("ok"))
        .andExpect(jsonPath("$.current[?(@.id=='UserTask_ReserveHandset')].label").isNotEmpty());
  }

  @Test
  void sendsTheDiagramOfItsOwnVersion() throws Exception {
    opens("front1", "/requests/" + number + "/diagram.bpmn").andExpect(status().isOk())
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_XML))
        .andExpect(content().string(containsString("UserTask_AgreePlanChange")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/requests/SR-1", "/requests/SR-1000427", "/requests/nonsense", "/requests/SR-1000427/diagram.bpmn",
      "/requests/SR-1000427/diagram-state", "/requests/SR-1000427/clocks/end-to-end"})
  void hasNoPageForANumberThatDoesNotExist(String address) throws Exception {
    opens("front1", address).andExpect(status().isNotFound());
  }

  @Test
  void keepsNotesAsTextAndInTheWordsOfTheirAuthor() throws Exception {
    String nasty = "<script>alert(1)</script> ${7*7} [[${7*7}]]";
    sends("network1", "/requests/" + number + "/notes", "text", nasty).andExpect(status().isFound());
    notes.add(number, "front1", "manager");

    opens("front1", "/requests/" + number).andExpect(content().string(allOf(
        containsString("&lt;script&gt;alert(1)&lt;/script&gt; ${7*7} [[${7*7}]]"), not(containsString("<script>alert")),
        containsString("João Carvalho"), containsString(">manager<"), not(containsString(">Katarina Jovanović<")))));
  }

  @Test
  void givesANoteBackThatCannotBeKept() throws Exception {
    sends("front1", "/requests/" + number + "/notes", "text", " ").andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Write down what is to be noted.")));
    String tooLong = "x".repeat(10_001);
    sends("front1", "/requests/" + number + "/notes", "text", tooLong).andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString(">" + tooLong + "<")));
  }

  @Test
  void logsAContactByAnybody() throws Exception {
    sends("network1", "/requests/" + number + "/contacts", "channel", "CHAT", "direction", "OUT", "said", "It comes today.")
        .andExpect(status().isFound());

    opens("front1", "/requests/" + number).andExpect(content().string(stringContainsInOrder("It comes today.",
        "João Carvalho to Tess Trial by chat", "What happened", "logged a contact by chat")));
  }

  @Test
  void givesAContactBackInWhichNothingWasSaid() throws Exception {
    sends("front1", "/requests/" + number + "/contacts", "channel", "SHOP", "direction", "OUT", "said", "")
        .andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(
            containsString("value=\"SHOP\" selected"), containsString("value=\"OUT\" checked"), containsString("Expected 1 to"))));
    assertThat(people.now(swap).isOpen()).isTrue();
  }

  @Test
  void offersNothingThatTheReaderMayNotDo() throws Exception {
    opens("billing1", "/requests/" + number).andExpect(content().string(allOf(
        not(containsString("Withdraw the request")), not(containsString("Move ownership")), containsString("Keep note"))));
    opens("front1", "/requests/" + number).andExpect(content().string(allOf(
        containsString("Withdraw the request"), not(containsString("Move ownership")))));
    opens("billing.lead", "/requests/" + number).andExpect(content().string(allOf(
        not(containsString("Withdraw the request")), containsString("Move ownership"))));
    opens("front.lead", "/requests/" + number).andExpect(content().string(allOf(
        containsString("Withdraw the request"), containsString("Move ownership"))));
  }
}
