package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.engine.UnitOfWork;
import io.stile.handover.HandOver;
import io.stile.handover.HandOver.State;
import io.stile.handover.HandOvers;
import io.stile.handover.NewHandOver;
import io.stile.request.Request;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** Requests are handed over, and offers answered, on the pages of request, task and work. */
class HandOverPagesTest extends PageTest {

  @Autowired
  JdbcClient jdbc;
  @Autowired
  HandOvers handOvers;
  @Autowired
  UnitOfWork unitOfWork;

  private Request swap;
  private String page;

  @BeforeEach
  void openARequest() {
    swap = people.phoneSwap();
    page = "/requests/" + swap.number();
  }

  private String shown(String signIn, String address) throws Exception {
    return opens(signIn, address).andReturn().getResponse().getContentAsString();
  }

  private MockHttpServletResponse sent(String signIn, String address, String... fields) throws Exception {
    return sends(signIn, address, fields).andReturn().getResponse();
  }

  private HandOver offered(String employee) {
    return unitOfWork.of(() -> handOvers.offer(new NewHandOver(swap.number().value(), null, employee, "Early shift", "Call her", "front1")));
  }

  private HandOver last() {
    List<HandOver> all = handOvers.ofRequest(swap.number().value());
    return all.get(all.size() - 1);
  }

  @Test
  void theOwnerAndHisLeadFindTheFormAndNobodyElse() throws Exception {
    assertThat(shown("front1", page)).contains("You stay the owner until it is accepted", "/people/find?departments=true&amp;near=front1&amp;without=front1");
    assertThat(shown("front.lead", page)).contains("stays the owner until it is accepted");
    assertThat(shown("billing1", page)).doesNotContain("Offer it");
  }

  @Test
  void offersFromThePageAndTellsEverybodyThere() throws Exception {
    MockHttpServletResponse answer = sent("front1", page + "/hand-overs", "to", "employee:billing1", "reason", "Early <b>shift</b>", "left", "Call her");

    assertThat(answer.getRedirectedUrl()).isEqualTo(page);
    assertThat(last()).extracting(HandOver::receiver, HandOver::state).containsExactly("billing1", State.OPEN);
    assertThat(shown("front2", page)).contains("Offered to Priya Raman", "Early &lt;b&gt;shift", "Left to do: Call her")
        .doesNotContain("Take the offer back", ">Accept<", "Offer it");
    assertThat(shown("front1", page)).contains("Take the offer back").doesNotContain(">Accept<", "Offer it<");
    assertThat(shown("billing1", page)).contains("offers you this request", ">Accept<", "Who would be better?");
    assertThat(shown("billing1", "/")).contains("Offered to you", swap.number().value());
    assertThat(shown("front1", "/")).contains("offered to Priya Raman");
    assertThat(shown("billing1", "/tasks/" + people.task(swap, "UserTask_AnswerHandOver").id()))
        .contains("Early &lt;b&gt;shift", "Accept: I own it from now on");
  }

  @Test
  void keepsWhatWasTypedAndSaysWhatWasExpected() throws Exception {
    MockHttpServletResponse nobody = sent("front1", page + "/hand-overs", "to", "", "reason", "Early shift", "left", "Call her");
    assertThat(nobody.getStatus()).isEqualTo(422);
    assertThat(nobody.getContentAsString()).contains("Say to whom it is offered", ">Early shift</textarea>", ">Call her</textarea>");

    MockHttpServletResponse silent = sent("front1", page + "/hand-overs", "to", "Priya Raman (billing1)", "reason", " ");
    assertThat(silent.getStatus()).isEqualTo(422);
    assertThat(silent.getContentAsString()).contains("Say why you hand it over", "value=\"Priya Raman (billing1)\"");
    assertThat(handOvers.ofRequest(swap.number().value())).isEmpty();
  }

  @Test
  void saysWhoCouldBeMeant() throws Exception {
    MockHttpServletResponse unknown = sent("front1", page + "/hand-overs", "to", "Nobody Anywhere", "reason", "Early shift");
    assertThat(unknown.getStatus()).isEqualTo(422);
    assertThat(unknown.getContentAsString()).contains("Nobody here is called “Nobody Anywhere”", "value=\"Nobody Anywhere\"");
    assertThat(sent("front1", page + "/hand-overs", "to", "Priya Raman", "reason", "Early shift").getRedirectedUrl()).isEqualTo(page);
    assertThat(last().receiver()).isEqualTo("billing1");
  }

  @Test
  void whomTheLeadHasNamedGivesItBackFromThePage() throws Exception {
    HandOver offer = offered("billing1");
    unitOfWork.run(() -> handOvers.accept(offer.id(), "billing1"));
    jdbc.sql("update hand_over set ended_by = 'billing.lead', declinable_until = ended_at + interval '1 hour' where id = ?").param(offer.id()).update();
    assertThat(shown("billing1", page)).contains("You were named the owner for your department", "I cannot take it");
    assertThat(shown("front1", page)).doesNotContain("I cannot take it");
    assertThat(sent("billing1", "/hand-overs/" + offer.id() + "/decline", "reason", "").getContentAsString()).contains("Say why you do not take it over");

    assertThat(sent("billing1", "/hand-overs/" + offer.id() + "/decline", "reason", "In a training").getRedirectedUrl()).isEqualTo(page);

    assertThat(people.now(swap).owner()).isEqualTo("billing.lead");
    assertThat(shown("front1", page)).contains("gave the request back to");
  }

  @Test
  void acceptsWithOneClick() throws Exception {
    HandOver offer = offered("billing1");

    assertThat(sent("billing1", "/hand-overs/" + offer.id() + "/accept").getRedirectedUrl()).isEqualTo(page);

    assertThat(people.now(swap).owner()).isEqualTo("billing1");
    assertThat(shown("front1", "/hand-overs?request=" + swap.number())).contains("accepted by Priya Raman");
  }

  @Test
  void declinesAndTheOwnerOffersItToTheBetterOneWithOneClick() throws Exception {
    HandOver offer = offered("billing1");
    String decline = "/hand-overs/" + offer.id() + "/decline";
    MockHttpServletResponse silent = sent("billing1", decline, "reason", "", "better", "Logistics");
    assertThat(silent.getStatus()).isEqualTo(422);
    assertThat(silent.getContentAsString()).contains("Say why you do not take it over", "value=\"Logistics\"");

    sent("billing1", decline, "reason", "I know nothing about SIM cards", "better", "department:logistics");

    assertThat(shown("front1", page)).contains("did not take it over", "I know nothing about SIM cards", "Offer it to Logistics instead", "Keep it");
    assertThat(shown("front1", "/")).contains("declined by Priya Raman");
    assertThat(shown("billing1", page)).doesNotContain("Keep it");
    assertThat(sent("front1", page + "/hand-overs", "to", "department:logistics", "reason", offer.reason(), "left", offer.left())
        .getRedirectedUrl()).isEqualTo(page);
    assertThat(last()).extracting(HandOver::department, HandOver::left).containsExactly("logistics", "Call her");
  }

  @Test
  void theOwnerPutsADeclinedOfferAside() throws Exception {
    HandOver offer = offered("billing1");
    unitOfWork.run(() -> handOvers.decline(offer.id(), "billing1", "No time", null, null));
    assertThat(sent("billing1", "/hand-overs/" + offer.id() + "/seen").getStatus()).isEqualTo(403);

    sent("front1", "/hand-overs/" + offer.id() + "/seen");

    assertThat(shown("front1", page)).doesNotContain("did not take it over:");
  }

  @Test
  void saysWhoWasFaster() throws Exception {
    HandOver offer = offered("billing1");
    unitOfWork.run(() -> handOvers.withdraw(offer.id(), "front1"));

    MockHttpServletResponse late = sent("billing1", "/hand-overs/" + offer.id() + "/decline", "reason", "I typed a lot", "better", "");

    assertThat(late.getStatus()).isEqualTo(409);
    assertThat(late.getContentAsString()).contains("has taken it back", "I typed a lot");
    assertThat(sent("billing1", "/hand-overs/999999/accept").getStatus()).isEqualTo(404);
  }

  @Test
  void handsSeveralOverAndNamesTheOnesThatFailed() throws Exception {
    Request other = people.phoneSwap();
    Request closed = people.phoneSwap();
    offered("billing2");
    String asked = "/hand-overs/new?request=%s&request=%s".formatted(swap.number(), other.number());
    assertThat(shown("front1", asked)).contains("value=\"%s\" checked".formatted(other.number()), "offered to");

    MockHttpServletResponse answer = sent("front1", "/hand-overs", "request", swap.number().value(), "request", other.number().value(), "request",
        closed.number().value(), "to", "department:billing", "reason", "My last day", "left", "");

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(answer.getContentAsString()).contains("Not all could be offered", "is offered to", "value=\"%s\" checked".formatted(swap.number()),
        ">My last day</textarea>").doesNotContain("value=\"%s\" checked".formatted(other.number()));
    assertThat(handOvers.openOf(other.number().value())).isPresent();
    assertThat(handOvers.openOf(closed.number().value())).isPresent();
  }

  @Test
  void handsSeveralOverAndShowsWhatBecameOfEach() throws Exception {
    Request other = people.phoneSwap();

    MockHttpServletResponse answer = sent("front1", "/hand-overs", "request", swap.number().value(), "request", other.number().value(),
        "to", "employee:billing1", "reason", "My last day");

    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(shown("front1", answer.getRedirectedUrl())).contains(swap.number().value(), other.number().value(), "offered to <b>Priya Raman</b>");
  }

  @Test
  void asksForRequestsTargetAndReasonOnce() throws Exception {
    assertThat(sent("front1", "/hand-overs", "to", "department:billing", "reason", "Why").getContentAsString()).contains("Choose at least one request");
    MockHttpServletResponse answer = sent("front1", "/hand-overs", "request", swap.number().value(), "to", "", "reason", "My last day");
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("Say to whom it is offered", ">My last day</textarea>").doesNotContain("Not all could be offered");
    assertThat(shown("quality1", "/hand-overs/new")).contains("You own no open request");
    assertThat(shown("quality1", "/hand-overs?request=nonsense")).contains("Nothing was handed over");
  }
}
