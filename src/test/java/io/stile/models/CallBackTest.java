package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.Interaction.Channel;
import io.stile.customer.NewCustomer;
import io.stile.promise.Keeping;
import io.stile.promise.Promise;
import io.stile.request.LeftOver;
import io.stile.request.Opening;
import io.stile.request.Request;
import io.stile.request.Requests;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A call back for somebody who has no open request: the request is the promise. */
class CallBackTest extends ModelStory {

  @Autowired
  Requests requests;
  @Autowired
  Customers customers;
  @Autowired
  Keeping keeping;

  private Request callBack(Map<String, Object> answers) {
    Customer customer = customers.add(new NewCustomer("Cal Back", "030/123 45", null, null));
    Request request = unitOfWork.of(() -> requests.open(new Opening("call-back", customer.id(), "front1", Channel.VOICEMAIL,
        "Please call me.", null, answers)));
    ModelCoverage.follow(request.number().value());
    assertDates(request);
    return request;
  }

  private Promise call(Request request) {
    return promises.ofRequest(request.number().value()).stream().filter(promise -> !promise.ofRequest()).findFirst().orElseThrow();
  }

  @Test
  void promisesTheOwnersCallWithinAnOpenHourUnderTheCustomersNumber() {
    Request request = callBack(Map.of());
    ProcessInstance process = process(request, "call-back");
    Promise call = call(request);
    assertThat(call.what()).isEqualTo("call back");
    assertThat(call.phone()).isEqualTo("+493012345");
    assertThat(call.keeper()).isEqualTo("front1");
    assertThat(call.dueAt()).isEqualTo(clock.now().plus(Duration.ofHours(1)));
    assertThat(process).isWaitingAt("CatchEvent_PromisesSettled");

    people.complete(request, "UserTask_KeepPromise", "front1", Map.of("result", "kept", "words", "Wants an invoice; sent"));

    assertThat(process).isEnded().hasPassed("EndEvent_CustomerCalledBack").hasNotPassed("EndEvent_CustomerNotReached");
    assertThat(people.now(request).state()).isEqualTo(Request.State.CLOSED);
    assertThat(people.now(request).outcome()).isEqualTo("Customer called back");
    assertThat(promise(request).state()).isEqualTo(Promise.State.KEPT);
    assertNothingRuns(request);
  }

  @Test
  void endsUnreachedIfTheCallIsBroken() {
    Request request = callBack(Map.of("phone", "0171 5550100", "about", "the router",
        "callUntil", clock.now().plus(Duration.ofHours(2)).atOffset(ZoneOffset.ofHours(1)).toString()));
    ProcessInstance process = process(request, "call-back");
    Promise call = call(request);
    assertThat(call.what()).isEqualTo("call back: the router");
    assertThat(call.phone()).isEqualTo("+491715550100");
    assertThat(call.dueAt()).isEqualTo(clock.now().plus(Duration.ofHours(2)));
    unitOfWork.run(() -> keeping.broken(call.id(), "The number does not exist", "front1"));
    assertThat(process).isEnded().hasPassed("EndEvent_CustomerNotReached").hasNotPassed("EndEvent_CustomerCalledBack");
    assertThat(people.now(request).outcome()).isEqualTo("Customer not reached");
    assertNothingRuns(request);
  }

  @Test
  void isWithdrawnWithItsPromise() {
    Request request = callBack(Map.of());
    ProcessInstance process = process(request, "call-back");
    unitOfWork.run(() -> closing.withdraw(request.number().value(), "front1", "Called by mistake", LeftOver.DROP));
    assertThat(process).isEnded().hasPassed("EndEvent_WithdrawnByCustomer");
    assertThat(call(request).state()).isEqualTo(Promise.State.DROPPED);
    assertNothingRuns(request);
  }
}
