package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.conversation.Conversations;
import io.stile.customer.Customer;
import io.stile.customer.Interaction;
import io.stile.customer.Interactions;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** A customer is on the line who need not have a request: from his page somebody else takes over. */
@StileTest
class CustomerConversationPageTest {

  @Autowired
  WebApplicationContext application;
  @Autowired
  Requesting people;
  @Autowired
  Requests requests;
  @Autowired
  Interactions interactions;
  @Autowired
  Conversations conversations;

  private DeskPages desk;
  private Customer customer;
  private String page;

  @BeforeEach
  void somebodyCalls() {
    desk = new DeskPages(application);
    customer = people.customerInGoodStanding();
    page = "/customers/" + customer.id();
  }

  @Test
  void withoutARequestAnEnquiryIsOpenedAndTheReceiverReadsTheCustomersWords() throws Exception {
    var answer = desk.post("billing1", page + "/conversation",
        Map.of("said", "Where is my <refund>?", "to", "Front office (department)", "words", "Is in a hurry")).andExpect(status().is3xxRedirection());
    Request enquiry = requests.ofCustomer(customer.id(), 1).get(0);
    assertThat(answer.andReturn().getResponse().getRedirectedUrl()).isEqualTo("/requests/" + enquiry.number() + "#conversation");
    assertThat(enquiry.owner()).isEqualTo("billing1");
    long task = conversations.step(conversations.lastOf(enquiry.number().value()).orElseThrow()).orElseThrow().id();
    String shown = desk.get("front2", "/tasks/" + task).andReturn().getResponse().getContentAsString();
    assertThat(shown).contains("Where is my &lt;refund&gt;?", "Is in a hurry", "Priya Raman", customer.name());
    assertThat(desk.get("billing1", page).andReturn().getResponse().getContentAsString()).contains("Where is my &lt;refund&gt;?");
  }

  @Test
  void aboutAnOpenRequestTheContactIsLoggedWithIt() throws Exception {
    Request swap = people.phoneSwap(customer, "front1");
    desk.post("billing1", page + "/conversation", Map.of("said", "It is late", "about", swap.number().value(), "to", "front2"))
        .andExpect(status().is3xxRedirection());
    assertThat(interactions.ofRequest(swap.number().value())).extracting(Interaction::said).contains("It is late");
    assertThat(conversations.lastOf(swap.number().value()).orElseThrow().employee()).isEqualTo("front2");
    assertThat(requests.ofCustomer(customer.id(), 5)).hasSize(1);
  }

  @Test
  void whatCannotBeIsSaidAndWhatWasTypedStays() throws Exception {
    var refused = desk.post("billing1", page + "/conversation", Map.of("said", "Please help", "to", "Nobody Anywhere"))
        .andExpect(status().isUnprocessableEntity());
    assertThat(refused.andReturn().getResponse().getContentAsString()).contains("Nobody here is called", "Please help", "Nobody Anywhere");
    desk.post("billing1", page + "/conversation", Map.of("said", "Please help")).andExpect(status().isUnprocessableEntity());
    assertThat(requests.ofCustomer(customer.id(), 5)).isEmpty();
    assertThat(interactions.of(customer.id(), 5)).isEmpty();
  }
}
