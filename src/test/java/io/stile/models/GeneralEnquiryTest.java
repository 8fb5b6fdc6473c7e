package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.stile.conversation.Conversations;
import io.stile.conversation.NewConversation;
import io.stile.conversation.WarmHandOver;
import io.stile.conversation.WarmHandOver.State;
import io.stile.customer.Customer;
import io.stile.customer.Interaction;
import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interactions;
import io.stile.request.AnswersRefused;
import io.stile.request.Opening;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.request.Requests;
import io.stile.work.StepTarget.Target;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer needs something, and nobody knows yet which request that is: whoever has the conversation is accountable. */
class GeneralEnquiryTest extends ModelStory {

  private static final String ENQUIRY = "general-enquiry";
  private static final String HELP = "UserTask_HelpCustomer";
  private static final String TAKE = "UserTask_TakeOverConversation";
  private static final String SAID = "Somebody charged me twice, and the shop sent me to you.";

  @Autowired
  Conversations conversations;
  @Autowired
  Requests requests;
  @Autowired
  Interactions interactions;

  private WarmHandOver offered;

  private Request passedOn(Target to) {
    Customer customer = people.customerInGoodStanding();
    offered = unitOfWork.of(() -> conversations.offer(new NewConversation(customer.id(), Channel.PHONE, SAID, to, "In a hurry", "billing1")));
    ModelCoverage.follow(offered.request());
    Request enquiry = requests.byNumber(offered.request()).orElseThrow();
    assertDates(enquiry);
    return enquiry;
  }

  private Request taken() {
    Request enquiry = passedOn(Target.department("front-office"));
    people.complete(enquiry, TAKE, "front2", Map.of());
    return people.now(enquiry);
  }

  private static Map<String, Object> answer(String result) {
    return Map.of("result", result, "whatWasDone", "Told her that the second one is a deposit");
  }

  @Test
  void whoeverTakesTheConversationOverHasTheCustomersWordsAndOwnsTheEnquiry() {
    Request enquiry = passedOn(Target.department("front-office"));
    assertThat(enquiry.type()).isEqualTo(ENQUIRY);
    assertThat(enquiry.owner()).isEqualTo("billing1");
    assertThat(enquiry.told()).isEqualTo(SAID);
    assertThat(interactions.ofRequest(offered.request())).singleElement().extracting(Interaction::said).isEqualTo(SAID);
    ProcessInstance process = process(enquiry, ENQUIRY);

    people.complete(enquiry, TAKE, "front2", Map.of());

    assertThat(people.now(enquiry).owner()).isEqualTo("front2");
    assertThat(people.task(enquiry, HELP).assignee()).isEqualTo("front2");
    complete(enquiry, HELP, "front2", answer("settled"));
    assertThat(process).isEnded().hasPassedInOrder(HELP, "Gateway_Helped", "EndEvent_CustomerHelped")
        .hasNotPassed("ServiceTask_FindFollowUp", "CallActivity_Escalate");
    assertThat(people.now(enquiry).outcome()).isEqualTo("Customer helped");
    assertNothingRuns(enquiry);
  }

  @Test
  void itGoesOnAsTheRequestThatIsOpenedFromTheSameConversation() {
    Request enquiry = taken();
    ProcessInstance process = process(enquiry, ENQUIRY);
    assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> people.complete(enquiry, HELP, "front2", answer("follow-up")));
    unitOfWork.run(() -> requests.open(new Opening("billing-dispute", enquiry.customer(), "front2", Channel.PHONE, "", null,
        Map.of("amountCents", 4_900L, "disputedFor", "not-ordered"), enquiry.interaction())));

    complete(enquiry, HELP, "front2", answer("follow-up"));

    assertThat(process).isEnded().hasPassedInOrder(HELP, "ServiceTask_FindFollowUp", "EndEvent_GoesOnAsFollowUp");
    assertThat(requests.fromTheSameCall(enquiry)).singleElement().extracting(Request::told).isEqualTo(SAID);
  }

  @Test
  void itStaysWithWhoeverHasTheCustomerIfNobodyComes() {
    Request enquiry = passedOn(Target.employee("front2"));
    travelTo(people.task(enquiry, TAKE).dueAt());
    assertThat(conversations.lastOf(offered.request()).orElseThrow().state()).isEqualTo(State.MISSED);
    assertThat(people.now(enquiry).owner()).isEqualTo("billing1");
    assertThat(people.task(enquiry, HELP).assignee()).isEqualTo("billing1");
  }

  @Test
  void runsLateAndPutsItsPromiseAtRisk() {
    Request enquiry = taken();
    ProcessInstance process = process(enquiry, ENQUIRY);
    letRunLate(enquiry, HELP);
    travelTo(people.task(enquiry, LEAD_DECIDES).dueAt());
    assertThat(process).hasPassed("BoundaryEvent_HelpCustomerLate", "BoundaryEvent_PromiseAtRisk",
        "ServiceTask_AskOwnerToRenewPromise", "EndEvent_RenewalAskedFor");
    people.complete(enquiry, HELP, "front2", answer("settled"));
    assertThat(process).isEnded().hasPassed("CallActivity_Escalate", "EndEvent_LateTaskDealtWith");
    assertNothingRuns(enquiry);
  }

  @Test
  void theCustomerWithdraws() {
    Request enquiry = taken();
    ProcessInstance process = process(enquiry, ENQUIRY);
    unitOfWork.run(() -> closing.withdraw(offered.request(), "front2", "Found it himself"));
    assertThat(process).isEnded().hasPassed("StartEvent_CustomerWithdrew", "EndEvent_WithdrawnByCustomer");
    assertNothingRuns(enquiry);
  }

  @Test
  void nothingIsOpenedIfNobodyCanBeAskedOrNothingWasSaid() {
    Customer customer = people.customerInGoodStanding();
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> unitOfWork.run(() -> conversations.offer(
        new NewConversation(customer.id(), Channel.PHONE, SAID, Target.employee("nobody"), "", "billing1")))).withMessageContaining("'nobody' is none");
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> unitOfWork.run(() -> conversations.offer(
        new NewConversation(customer.id(), Channel.PHONE, " ", Target.employee("front2"), "", "billing1")))).withMessageContaining("Write down");
    assertThat(requests.ofCustomer(customer.id(), 5)).isEmpty();
  }
}
