package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.customer.Customer;
import io.stile.customer.Interactions;
import io.stile.engine.UnitOfWork;
import io.stile.request.Closing;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.testkit.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

class CustomerPageTest extends PageTest {

  @Autowired
  Journal journal;
  @Autowired
  Interactions interactions;
  @Autowired
  Closing closing;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  TestClock clock;

  @Test
  void tellsWhoHeIsWhatIsOpenFirstAndWhatWasSaid() throws Exception {
    Customer customer = people.customerInGoodStanding();
    Request withdrawn = people.phoneSwap(customer, "front1");
    unitOfWork.run(() -> closing.withdraw(withdrawn.number().value(), "front1", "Changed his mind"));
    Request open = people.phoneSwap(customer, "front2");

    opens("billing1", "/customers/" + customer.id()).andExpect(status().isOk()).andExpect(content().string(allOf(
        stringContainsInOrder("Open requests", open.number().value(), "Lukas Brandt", "Closed requests", withdrawn.number().value()),
        stringContainsInOrder("Tess Trial", "told to", "Lukas Brandt", "My phone is too slow, I want the new one."),
        containsString("1 May 2021"), containsString("0.00 EUR"))));
  }

  @Test
  void letsAnybodyLogAContactAndTellsItsRequest() throws Exception {
    Request request = people.phoneSwap();

    log("network1", request.customer(), "said", "Asks when it comes.", "channel", "CHAT", "direction", "IN", "request",
        request.number().value()).andExpect(redirectedUrl("/customers/" + request.customer()));

    assertThat(interactions.of(request.customer(), 1)).singleElement().satisfies(contact -> {
      assertThat(contact.said()).isEqualTo("Asks when it comes.");
      assertThat(contact.employee()).isEqualTo("network1");
      assertThat(contact.requestNumber()).isEqualTo(request.number().value());
    });
    assertThat(journal.of(request.number().value())).filteredOn(entry -> entry.kind() == JournalKind.INTERACTION)
        .singleElement().satisfies(entry -> assertThat(entry.told()).isEqualTo("logged a contact by chat, the 2nd contact of the customer about it"));
  }

  @Test
  void logsAContactAboutNoRequest() throws Exception {
    Customer customer = people.customerInGoodStanding();

    log("front1", customer.id(), "said", "Just says thank you.", "request", "").andExpect(status().isFound());

    assertThat(interactions.of(customer.id(), 10)).singleElement()
        .satisfies(contact -> assertThat(contact.requestNumber()).isNull());
  }

  @Test
  void keepsWhatWasTypedWhenNothingWasSaid() throws Exception {
    Request request = people.phoneSwap();

    log("front1", request.customer(), "said", "  ", "channel", "MAIL", "direction", "OUT", "request", request.number().value())
        .andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(
            containsString("Expected 1 to 20000 characters"), containsString("value=\"MAIL\" selected"),
            containsString("value=\"OUT\" selected"), containsString("value=\"" + request.number() + "\" selected"))));
  }

  @Test
  void refusesARequestOfSomebodyElseAndOneThatHasEndedLongAgo() throws Exception {
    Customer customer = people.customerInGoodStanding();
    Request foreign = people.phoneSwap();
    Request ended = people.phoneSwap(customer, "front1");
    unitOfWork.run(() -> closing.withdraw(ended.number().value(), "front1", "Changed his mind"));

    log("front1", customer.id(), "said", "Hello there", "request", foreign.number().value())
        .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString(">Hello there<")));
    clock.advance(Duration.ofDays(31));
    log("front1", customer.id(), "said", "Hello there", "request", ended.number().value())
        .andExpect(status().isConflict()).andExpect(content().string(allOf(containsString(">Hello there<"),
            containsString("has been withdrawn for more than 30 days"))));
    assertThat(interactions.ofRequest(foreign.number().value())).hasSize(1);
  }

  @Test
  void leavesWhatWasSaidText() throws Exception {
    Customer customer = people.customerInGoodStanding();
    String nasty = "<script>alert(1)</script> ${7*7} [[${7*7}]]";

    log("front1", customer.id(), "said", nasty).andExpect(status().isFound());

    opens("front1", "/customers/" + customer.id())
        .andExpect(content().string(containsString("&lt;script&gt;alert(1)&lt;/script&gt; ${7*7} [[${7*7}]]")));
  }

  @Test
  void saysThatNothingIsThereYet() throws Exception {
    opens("front1", "/customers/" + people.customerInGoodStanding().id())
        .andExpect(content().string(allOf(containsString("Nothing is open"), containsString("No contact yet"))));
    opens("front1", "/customers/999999999").andExpect(status().isNotFound());
  }

  private ResultActions log(String signIn, long customer, String... fields) throws Exception {
    return sends(signIn, "/customers/" + customer + "/interactions", fields);
  }
}
