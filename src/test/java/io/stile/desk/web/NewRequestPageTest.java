package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.customer.Customer;
import io.stile.customer.Interactions;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.request.Verification.Method;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;

class NewRequestPageTest extends PageTest {

  private static final String GOOD = "{\"wantedDevice\":\"aurora-5\",\"delivery\":\"ship\"}";

  @Autowired
  Requests requests;
  @Autowired
  TaskLookup tasks;
  @Autowired
  Interactions interactions;

  @Test
  void showsWhatIsOpenBeforeANewRequest() throws Exception {
    Request open = people.phoneSwap();

    opens("logistics1", "/intake/" + open.customer()).andExpect(status().isOk()).andExpect(content().string(
        stringContainsInOrder("One request is open", open.number().value(), "Amara Diallo", "New request")));
  }

  @Test
  void takesATypeByItsFirstTwoLetters() throws Exception {
    Customer customer = people.customerInGoodStanding();

    opens("front1", "/intake/{id}?find=ph", customer.id())
        .andExpect(redirectedUrl("/intake/" + customer.id() + "?type=phone-swap"));
    opens("front1", "/intake/{id}/types?find=xx", customer.id())
        .andExpect(content().string(allOf(containsString("No request type"), not(containsString("<html")))));
  }

  @Test
  void showsGuidePromiseAndFormOfAType() throws Exception {
    Customer customer = people.customerInGoodStanding();

    opens("front1", "/intake/{id}?type=phone-swap", customer.id()).andExpect(content().string(allOf(
        containsString("<li>Which contract is it about?</li>"), containsString("You keep your number."),
        containsString("We promise it by <b>"), containsString("business day 1"), containsString("phone-swap.start"),
        matchesPattern("(?s).*<select id=\"method\" name=\"method\" required.*"))));
  }

  @Test
  void keepsAllInputWhenAnAnswerIsRefused() throws Exception {
    Customer customer = people.customerInGoodStanding();

    sends("front1", "/intake/" + customer.id(), "type", "phone-swap", "told", "It </textarea>fell.", "channel", "SHOP",
        "method", "IDENTITY_CARD", "result", "PASSED", "answers", "{\"wantedDevice\":\"brick\",\"delivery\":\"hand-out\"}")
        .andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(
            containsString("It &lt;/textarea&gt;fell."), containsString("value=\"SHOP\" selected"),
            containsString("value=\"IDENTITY_CARD\" selected"), containsString("value=\"PASSED\" selected"),
            containsString("\"wantedDevice\":\"brick\""), containsString("\"delivery\":\"hand-out\""),
            matchesPattern("(?s).*problems=\"[^\"]*wantedDevice.*"))));
    assertThat(requests.ofCustomer(customer.id(), 10)).isEmpty();
  }

  @Test
  void asksForWordsAndVerificationAndKeepsTheAnswers() throws Exception {
    Customer customer = people.customerInGoodStanding();

    sends("front1", "/intake/" + customer.id(), "type", "phone-swap", "told", " ", "method", "NONE", "result", "PASSED",
        "answers", GOOD).andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(
            containsString("Write down what the customer says"), containsString("choose “Not done”"),
            containsString("\"wantedDevice\":\"aurora-5\""))));
    assertThat(requests.ofCustomer(customer.id(), 10)).isEmpty();
  }

  @Test
  void givesTheFirstTaskOfAQueueOfTheOpenerToHimAndOpensIt() throws Exception {
    Customer customer = people.customerInGoodStanding();

    MvcResult result = opened("front1", customer);

    Request request = requests.ofCustomer(customer.id(), 10).get(0);
    Task task = people.task(request, "UserTask_AgreePlanChange");
    assertThat(task.assignee()).isEqualTo("front1");
    assertThat(result.getResponse().getRedirectedUrl()).isEqualTo("/tasks/" + task.id());
    assertThat(result.getFlashMap().get("spoken")).asString()
        .startsWith("Your request is " + request.number() + ". I, Amara Diallo, am responsible for it, and you will hear from us by ");
    assertThat(request.verification().method()).isEqualTo(Method.PASSWORD);
    assertThat(interactions.ofRequest(request.number().value())).singleElement()
        .satisfies(contact -> assertThat(contact.said()).isEqualTo("Too slow."));
  }

  @Test
  void leavesATaskOfAnotherDepartmentInItsQueue() throws Exception {
    Customer customer = people.customerInGoodStanding();

    MvcResult result = opened("network1", customer);

    Request request = requests.ofCustomer(customer.id(), 10).get(0);
    assertThat(people.task(request, "UserTask_AgreePlanChange").state()).isEqualTo(Task.State.OPEN);
    assertThat(result.getResponse().getRedirectedUrl()).isEqualTo("/requests/" + request.number());
    assertThat(result.getFlashMap().get("spoken")).asString().contains("João Carvalho");
  }

  @Test
  void knowsNeitherForeignTypesNorCustomers() throws Exception {
    opens("front1", "/intake/999999999").andExpect(status().isNotFound());
    opens("front1", "/intake/{id}?type=no-such", people.customerInGoodStanding().id()).andExpect(status().isNotFound());
  }

  private MvcResult opened(String opener, Customer customer) throws Exception {
    return sends(opener, "/intake/" + customer.id(), "type", "phone-swap", "told", "Too slow.", "channel", "PHONE",
        "method", "PASSWORD", "result", "PASSED", "answers", GOOD).andExpect(status().isFound()).andReturn();
  }
}
