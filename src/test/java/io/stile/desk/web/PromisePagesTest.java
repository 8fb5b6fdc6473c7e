package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.Interaction;
import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interactions;
import io.stile.customer.NewCustomer;
import io.stile.engine.UnitOfWork;
import io.stile.promise.Keeping;
import io.stile.promise.NewPromise;
import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Promises on the pages of clerks, and missed calls that become one. */
class PromisePagesTest extends PageTest {

  private static final AtomicInteger NUMBERS = new AtomicInteger(100);

  @Autowired
  Keeping keeping;
  @Autowired
  Promises promises;
  @Autowired
  Requests requests;
  @Autowired
  Customers customers;
  @Autowired
  Interactions interactions;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  TestClock clock;

  private Promise callBack(String promiser) {
    Request request = people.phoneSwap();
    return unitOfWork.of(() -> keeping.give(new NewPromise(request.number().value(), "call back about the invoice",
        clock.now().plus(Duration.ofHours(2)), clock.now().plus(Duration.ofHours(4)), "030/123 45", promiser)));
  }

  private List<Promise> others(Request request) {
    return promises.ofRequest(request.number().value()).stream().filter(promise -> !promise.ofRequest()).toList();
  }

  private String number() {
    return "+49305550" + NUMBERS.incrementAndGet();
  }

  private ResultActions missed(String... fields) throws Exception {
    return sends("front1", "/missed-call", fields);
  }

  private Request requestOf(Customer customer) {
    return requests.ofCustomer(customer.id(), 10).get(0);
  }

  @Test
  void standsOnThePromisersFirstPageWithWindowNumberAndWhatItIsAbout() throws Exception {
    Promise promise = callBack("quality1");

    opens("quality1", "/").andExpect(status().isOk()).andExpect(content().string(allOf(
        containsString("Promised for today"), containsString("call back about the invoice, for Tess Trial"),
        containsString("href=\"tel:+493012345\""), containsString("+49 30 12345"), containsString(promise.request()))));
    opens("logistics1", "/").andExpect(content().string(not(containsString("call back about the invoice, for"))));
    String task = "/tasks/" + people.task(requests.byNumber(promise.request()).orElseThrow(), "UserTask_KeepPromise").id();
    opens("quality1", task).andExpect(content().string(allOf(containsString("Not before"), containsString("No answer"))));
    unitOfWork.run(() -> keeping.kept(promise.id(), "Called", "quality1"));
  }

  @Test
  void isPromisedFromThePageOfTheRequestAndComesBackIfItCannotBe() throws Exception {
    Request request = people.phoneSwap();
    String page = "/requests/" + request.number() + "/promises";

    sends("front2", page, "what", "an answer", "until", "2020-01-01T10:00", "phone", "FLOWERS").andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(allOf(containsString("value=\"an answer\""), containsString("value=\"2020-01-01T10:00\""),
            containsString("which has passed"))));
    assertThat(others(request)).isEmpty();
    sends("front2", page, "what", "an answer", "until", "2026-03-30T10:00").andExpect(redirectedUrl("/requests/" + request.number()));
    assertThat(others(request)).singleElement().satisfies(promise -> {
      assertThat(promise.keeper()).isEqualTo("front2");
      assertThat(promise.dueAt()).isEqualTo("2026-03-30T08:00:00Z");
    });
    opens("front1", "/requests/" + request.number()).andExpect(content().string(allOf(containsString("an answer"),
        containsString("What becomes of the open promise to the customer?"))));
  }

  @Test
  void isTriedKeptAndRefusedASecondTimeWithWhatWasTyped() throws Exception {
    Promise promise = callBack("front2");
    String page = "/promises/" + promise.id();
    for (int attempt = 0; attempt < 3; attempt++) {
      sends("front2", page + "/attempts").andExpect(redirectedUrl(page));
    }
    opens("front2", page).andExpect(content().string(allOf(containsString("Tried 3 times, nobody reached."),
        containsString("Not reached, write to the customer"))));
    sends("front2", page + "/kept", "words", "").andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Say what was said or done.")));
    sends("front2", page + "/renew", "until", "tomorrow", "reason", "He asked for it").andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(allOf(containsString("is no date and time"), containsString("He asked for it"))));
    sends("front2", page + "/kept", "words", "Explained it").andExpect(redirectedUrl(page));
    sends("front2", page + "/broken", "reason", "The line was dead").andExpect(status().isConflict())
        .andExpect(content().string(allOf(containsString("is kept already"), containsString("The line was dead"))));
    opens("front1", page).andExpect(content().string(containsString("Explained it")));
    opens("front1", "/promises/999999").andExpect(status().isNotFound());
  }

  @Test
  void aLeadTakesItOverAndGivesItAway() throws Exception {
    Promise promise = callBack("billing1");
    String page = "/promises/" + promise.id();
    opens("billing2", page).andExpect(content().string(not(containsString("Take it over"))));
    opens("billing.lead", page).andExpect(content().string(containsString("Take it over")));
    opens("billing.lead", "/promises").andExpect(content().string(allOf(containsString("For your team to keep"),
        containsString("/promises/" + promise.id()))));
    sends("logistics1", page + "/keeper", "to", "logistics1").andExpect(status().isForbidden());
    sends("billing.lead", page + "/keeper", "to", "billing2").andExpect(redirectedUrl(page));
    assertThat(promises.byId(promise.id()).orElseThrow().keeper()).isEqualTo("billing2");
    sends("billing2", page + "/drop", "reason", "Called herself").andExpect(redirectedUrl(page));
  }

  @Test
  void countsWhatBecameOfThemPerDepartment() throws Exception {
    opens("front1", "/promises").andExpect(status().isOk()).andExpect(content().string(allOf(
        containsString("What became of them"), containsString("Front"), containsString("Not reached"))));
    opens("front1", "/promises?days=0").andExpect(status().isUnprocessableEntity());
  }

  @Test
  void withdrawingAsksWhatBecomesOfOpenPromisesAndShowsWhatIsLeft() throws Exception {
    Promise promise = callBack("front2");
    String page = "/requests/" + promise.request();
    sends("front1", page + "/withdrawal", "reason", "Found another").andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(allOf(containsString(">Found another<"), containsString("say whether to keep or to drop them"))));
    sends("front1", page + "/withdrawal", "reason", "Found another", "promises", "KEEP").andExpect(redirectedUrl(page));
    opens("front1", page).andExpect(content().string(allOf(containsString("Only promises left"), not(containsString("Withdraw for good")))));
    sends("front2", "/promises/" + promise.id() + "/kept", "words", "Called");
    assertThat(requests.byNumber(promise.request()).orElseThrow().state()).isEqualTo(Request.State.WITHDRAWN);
  }

  @Test
  @DisplayName("H-01: a number that is stored in one way of writing and calls in another one is the same")
  void aMissedCallFindsTheCustomerByANumberInAnyWayOfWriting() throws Exception {
    String called = number();
    Customer customer = customers.add(new NewCustomer("Mona Missed", called.replace("+4930", "030/").replaceFirst("(\\d\\d)$", " $1"), null, null));

    missed("caller", called, "channel", "MISSED_CALL");

    Request request = requestOf(customer);
    assertThat(request.type()).isEqualTo("call-back");
    assertThat(request.owner()).isEqualTo("front1");
    assertThat(others(request)).singleElement().satisfies(promise -> {
      assertThat(promise.phone()).isEqualTo(called);
      assertThat(promise.keeper()).isEqualTo("front1");
    });
    assertThat(interactions.of(customer.id(), 1)).singleElement().extracting(Interaction::channel).isEqualTo(Channel.MISSED_CALL);
  }

  @Test
  void aVoicemailHangsAtTheOpenRequest() throws Exception {
    String called = number();
    Customer customer = customers.add(new NewCustomer("Vera Voice", called, null, null));
    Request open = people.phoneSwap(customer, "front2");

    missed("caller", called, "said", "Where is my phone?\nCall me.").andExpect(redirectedUrl("/requests/" + open.number()));

    assertThat(requests.ofCustomer(customer.id(), 10)).hasSize(1);
    assertThat(others(open)).singleElement().extracting(Promise::what, Promise::keeper)
        .containsExactly("call back: Where is my phone?", "front1");
    assertThat(interactions.ofRequest(open.number().value())).last().extracting(Interaction::channel, Interaction::said)
        .containsExactly(Channel.VOICEMAIL, "Where is my phone?\nCall me.");
  }

  @Test
  void aNumberThatIsNobodysBecomesACustomer() throws Exception {
    String called = number();
    missed("caller", called).andExpect(status().isFound());
    assertThat(customers.find(called, 5)).singleElement().satisfies(match -> {
      assertThat(match.isSure()).isTrue();
      assertThat(match.customer().name()).startsWith("Caller +49 30 555");
      assertThat(others(requestOf(match.customer()))).hasSize(1);
    });
  }

  @Test
  void whoItWasIsChosenIfSeveralHaveTheNumberAndNothingIsLoggedBefore() throws Exception {
    String called = number();
    Customer one = customers.add(new NewCustomer("Ann Double", called, null, null));
    Customer two = customers.add(new NewCustomer("Ben Double", called, null, null));
    missed("caller", called, "said", "It is me").andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(
        containsString("Ann Double"), containsString("Ben Double"), containsString(">It is me<"), containsString("Somebody else"))));
    assertThat(requests.ofCustomer(one.id(), 1)).isEmpty();
    missed("caller", called, "said", "It is me", "customer", String.valueOf(two.id())).andExpect(status().isFound());
    assertThat(others(requestOf(two))).hasSize(1);
    missed("caller", "").andExpect(status().isUnprocessableEntity());
    missed("caller", "qqqq xyzzy").andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("nor anybody whom we know")));
  }
}
