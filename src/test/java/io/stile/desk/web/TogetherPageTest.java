package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.customer.Customer;
import io.stile.customer.DeviceClass;
import io.stile.customer.Interaction;
import io.stile.customer.Interactions;
import io.stile.notification.Notice;
import io.stile.notification.Notices;
import io.stile.request.RepeatContacts;
import io.stile.request.Request;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Told once, on the pages: contacts from everywhere, opening again, links, merges, and what was asked for already. */
class TogetherPageTest extends PageTest {

  @Autowired
  Interactions interactions;
  @Autowired
  RepeatContacts repeatContacts;
  @Autowired
  Notices notices;

  private DeskPages desk;
  private Customer customer;
  private Request swap;

  @BeforeEach
  void open() {
    desk = new DeskPages(context);
    customer = people.customerInGoodStanding();
    swap = people.phoneSwap(customer, "front1");
  }

  private Request closed() {
    Request request = people.phoneSwap(people.customerWith(LocalDate.parse("2021-05-01"), 9_900L, DeviceClass.STANDARD), "front1");
    people.complete(request, "UserTask_ExplainWhyNot", "front1", Map.of());
    return people.now(request);
  }

  private static String page(Request request) {
    return "/requests/" + request.number();
  }


  @Test
  void aContactOnAClosedRequestCanOpenItAgainInTheSameStep() throws Exception {
    Request closed = closed();
    opens("billing1", page(closed)).andExpect(content().string(allOf(containsString("Log it and open the request again"),
        containsString("Only log it"))));

    desk.follow("billing1", sends("billing1", page(closed) + "/contacts", "channel", "PHONE", "direction", "IN", "said",
        "It stopped <b>again</b>", "reopen", "true")).andExpect(content().string(allOf(containsString("is open again"),
            containsString("2nd contact"), containsString("Closed before with"), containsString("&lt;b&gt;again"),
            not(containsString("<b>again")))));

    assertThat(people.now(closed).isOpen()).isTrue();
  }

  @Test
  void thePageOfTheCustomerOffersToOpenItAgain() throws Exception {
    Request closed = closed();
    opens("billing1", "/customers/" + closed.customer()).andExpect(content().string(containsString(closed.number() + ", closed")));
    var logged = sends("billing1", "/customers/" + closed.customer() + "/interactions", "said", "Not content", "request",
        closed.number().value());
    desk.follow("billing1", logged).andExpect(content().string(allOf(containsString("Open it again"),
        containsString(page(closed) + "/reopening"))));
    Interaction contact = interactions.of(closed.customer(), 1).get(0);
    sends("billing1", page(closed) + "/reopening", "contact", String.valueOf(contact.id())).andExpect(redirectedUrl(page(closed)));
    assertThat(people.now(closed).isOpen()).isTrue();
    sends("billing1", page(closed) + "/reopening", "contact", String.valueOf(contact.id())).andExpect(status().isConflict())
        .andExpect(content().string(containsString("is open again already")));
  }

  @Test
  void aContactFromTheTaskPageComesBackToTheTask() throws Exception {
    long task = people.task(swap, "UserTask_AgreePlanChange").id();
    sends("logistics1", "/tasks/" + task + "/contacts", "said", "Where is it?").andExpect(redirectedUrl("/tasks/" + task));
    opens("front1", "/tasks/" + task).andExpect(content().string(allOf(
        stringContainsInOrder("2nd contact", "The last contact", "Where is it?", "At first", "My phone is too slow", "Handset that the customer wants",
            "What was tried", "Nothing so far"))));
    sends("logistics1", "/tasks/" + task + "/contacts", "said", " ", "direction", "OUT").andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(allOf(containsString("1 to 20000 characters"), containsString("value=\"OUT\" checked"))));
  }

  @Test
  void whatWasTriedIsToldInSentencesAndALongStoryFolds() throws Exception {
    for (int i = 1; i <= 5; i++) {
      sends("front2", page(swap) + "/contacts", "channel", "PHONE", "direction", "IN", "said", "Call number " + i);
    }
    people.complete(swap, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    long task = people.task(swap, "UserTask_ReserveHandset").id();
    opens("logistics1", "/tasks/" + task).andExpect(content().string(stringContainsInOrder("6th contact", "The last contact",
        "Call number 5", "At first", "Call number 4", "Call number 3", "2 earlier", "Call number 2", "Call number 1",
        "What was tried", "Amara Diallo", "finished “", "Agree the plan change")));
  }

  @Test
  void theOwnerIsToldAtOnceUntilHeLooks() throws Exception {
    sends("logistics1", page(swap) + "/contacts", "channel", "PHONE", "direction", "IN", "said", "Where is it?");
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(notices.of("front1", 50)).filteredOn(
        notice -> notice.kind().equals("contact") && notice.request().equals(swap.number().value())).extracting(Notice::text)
        .containsExactly("The customer got in touch about %s: “Where is it?”".formatted(swap.number())));
    opens("front1", "/").andExpect(content().string(allOf(containsString("New contact"), containsString("2nd contact"))));
    opens("front1", page(swap)).andExpect(status().isOk());
    assertThat(notices.of("front1", 50)).filteredOn(notice -> notice.kind().equals("contact")
        && notice.request().equals(swap.number().value())).allSatisfy(notice -> assertThat(notice.readAt()).isNotNull());
  }

  @Test
  void linksFromThePageAndUnlinks() throws Exception {
    Request other = people.phoneSwap(customer, "front2");
    sends("billing1", page(swap) + "/links", "request", "nonsense").andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(allOf(containsString("is no request number"), containsString("value=\"nonsense\""))));
    desk.follow("billing1", sends("billing1", page(swap) + "/links", "request", other.number().value(), "kind", "FOLLOW_UP"))
        .andExpect(content().string(allOf(containsString("The requests are linked"), containsString("its follow-up"))));
    opens("front1", page(other)).andExpect(content().string(containsString("which this one follows up")));
    sends("front1", page(other) + "/links/removal", "request", swap.number().value()).andExpect(redirectedUrl(page(other)));
    opens("front1", page(swap)).andExpect(content().string(containsString("No other request is linked")));
  }

  @Test
  void theNumberOfAMergedRequestLeadsToTheOther() throws Exception {
    Request other = people.phoneSwap(customer, "front2");
    opens("billing1", page(swap)).andExpect(content().string(not(containsString("Merge into another request"))));
    sends("billing1", page(swap) + "/merging", "into", other.number().value()).andExpect(status().isForbidden());
    var merged = sends("front1", page(swap) + "/merging", "into", other.number().value(), "reason", "Asked twice");
    merged.andExpect(redirectedUrl(page(swap)));
    var led = opens("front1", page(swap)).andExpect(redirectedUrl(page(other)));
    desk.follow("front1", led).andExpect(content().string(allOf(containsString("was merged into this request"),
        containsString("Look at it as it was"), containsString("merged " + swap.number() + " into this request: Asked twice"))));
    opens("front1", page(swap) + "?itself=true").andExpect(status().isOk()).andExpect(content().string(allOf(
        containsString("It goes on as"), containsString("Merged into " + other.number()), not(containsString("Log a contact")))));
  }

  @Test
  void differentCustomersAreMergedOnlyByALeadWhoConfirmsIt() throws Exception {
    Request foreign = people.phoneSwap();
    sends("front1", page(swap) + "/merging", "into", foreign.number().value()).andExpect(status().isForbidden());
    sends("front.lead", page(swap) + "/merging", "into", foreign.number().value()).andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("They are one all the same")));
    sends("front.lead", page(swap) + "/merging", "into", foreign.number().value(), "confirmed", "true").andExpect(status().isFound());
    assertThat(people.now(swap).isOpen()).isFalse();
  }

  @Test
  void whatTheCustomerAskedForStandsBesideTheFormAndTakesTheContactInstead() throws Exception {
    String intake = "/intake/" + customer.id();
    opens("front2", intake + "?type=phone-swap").andExpect(content().string(allOf(containsString("Asked for already?"),
        containsString("Log this contact there instead"))));
    opens("front2", intake + "?type=billing-dispute").andExpect(content().string(not(containsString("Asked for already?"))));
    sends("front2", intake + "/similar", "type", "billing-dispute", "told", "My phone is too slow, what about the new one?")
        .andExpect(content().string(containsString(swap.number().value())));
    sends("front2", intake + "/similar", "type", "billing-dispute", "told", "There is an unknown charge")
        .andExpect(content().string(not(containsString(swap.number().value()))));

    sends("front2", intake + "/instead/" + swap.number(), "type", "phone-swap", "told", " ")
        .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("Write down what the customer says about it")));
    sends("front2", intake + "/instead/" + swap.number(), "type", "phone-swap", "told", "Where is my new phone?", "channel", "SHOP",
        "answers", "{\"wantedDevice\":\"aurora-5\"}").andExpect(redirectedUrl(page(swap)));
    assertThat(interactions.of(customer.id(), 1)).singleElement().satisfies(contact -> {
      assertThat(contact.said()).startsWith("Where is my new phone?").contains("Aurora 5");
      assertThat(contact.requestNumber()).isEqualTo(swap.number().value());
      assertThat(contact.channel()).isEqualTo(Interaction.Channel.SHOP);
    });
    assertThat(repeatContacts.of(swap.number().value())).isEqualTo(1);
  }

  @Test
  void aClosedOneIsOpenedAgainFromTheForm() throws Exception {
    Request closed = closed();
    String intake = "/intake/" + closed.customer();
    opens("front2", intake + "?type=phone-swap").andExpect(content().string(allOf(containsString("Asked for already?"),
        containsString("open it again"))));
    sends("front2", intake + "/instead/" + closed.number(), "type", "phone-swap", "told", "I want it after all", "reopen", "true")
        .andExpect(redirectedUrl(page(closed)));
    assertThat(people.now(closed).isOpen()).isTrue();
  }

  @Test
  void nothingStandsBesideTheFormForACustomerWhoAskedForNothing() throws Exception {
    opens("front2", "/intake/" + people.customerInGoodStanding().id() + "?type=phone-swap")
        .andExpect(content().string(not(containsString("Asked for already?"))));
  }
}
