package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.stile.conversation.Conversations;
import io.stile.conversation.WarmHandOver;
import io.stile.conversation.WarmHandOver.State;
import io.stile.request.JournalEntry;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.work.StepTarget.Target;
import io.stile.work.Task;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A conversation that is passed on to somebody who is on duty now. */
class WarmHandOverTest extends ModelStory {

  private static final String TAKE = "UserTask_TakeOverConversation";

  @Autowired
  Conversations conversations;

  private Request swap;

  @BeforeEach
  void open() {
    swap = swap();
  }

  private WarmHandOver offer(Target to) {
    return unitOfWork.of(() -> conversations.offer(swap.number().value(), to, "She has the bill in front of her", "billing1"));
  }

  private WarmHandOver last() {
    return conversations.lastOf(swap.number().value()).orElseThrow();
  }

  @Test
  void anybodyOnDutyInTheDepartmentTakesItAndTheOwnerStays() {
    offer(Target.department("front-office"));
    ProcessInstance process = process(swap, "warm-hand-over");
    Task take = people.task(swap, TAKE);

    assertThat(take.state()).isEqualTo(Task.State.OPEN);
    assertThat(take.department()).isEqualTo("front-office");
    assertThat(take.dueAt()).isEqualTo(clock.now().plus(Duration.ofMinutes(5)));
    assertDates(swap);
    people.complete(swap, TAKE, "front2", Map.of());

    assertThat(last().state()).isEqualTo(State.TAKEN);
    assertThat(last().takenBy()).isEqualTo("front2");
    assertThat(people.now(swap).owner()).isEqualTo("front1");
    assertThat(journal(swap, JournalKind.CONVERSATION_TAKEN)).singleElement().extracting(JournalEntry::actor).isEqualTo("front2");
    assertThat(process).isEnded().hasPassed("ServiceTask_RecordConversationTaken", "EndEvent_ConversationTakenOver")
        .hasNotPassed("BoundaryEvent_TakeOverConversationLate", "EndEvent_NothingToTakeOver");
    withdraw(swap);
    assertNothingRuns(swap);
  }

  @Test
  void oneEmployeeIsAskedAndNobodyElseTakesIt() {
    offer(Target.employee("front2"));
    assertThat(people.task(swap, TAKE).assignee()).isEqualTo("front2");
    people.complete(swap, TAKE, "front2", Map.of());
    assertThat(last().takenBy()).isEqualTo("front2");
  }

  @Test
  void whoeverHasTheCustomerHearsAfterFiveMinutesThatNobodyCame() {
    offer(Target.department("front-office"));
    ProcessInstance process = process(swap, "warm-hand-over");
    Task take = people.task(swap, TAKE);
    travelTo(take.dueAt().minusMillis(1));
    assertThat(last().state()).isEqualTo(State.OPEN);
    travelTo(take.dueAt());

    assertThat(last().state()).isEqualTo(State.MISSED);
    assertThat(people.steps(swap)).doesNotContain(TAKE);
    assertThat(journal(swap, JournalKind.CONVERSATION_MISSED)).hasSize(1);
    assertThat(process).isEnded().hasPassed("BoundaryEvent_TakeOverConversationLate", "ServiceTask_RecordConversationMissed",
        "EndEvent_NobodyTookItOver").hasNotPassed("EndEvent_ConversationTakenOver");
    assertThat(offer(Target.employee("front2")).state()).as("somebody else can be asked").isEqualTo(State.OPEN);
  }

  @Test
  void isOverWhenTheCustomerHangsUp() {
    WarmHandOver asked = offer(Target.department("front-office"));
    ProcessInstance process = process(swap, "warm-hand-over");
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> unitOfWork.run(() -> conversations.drop(asked.id(), "front1")));
    unitOfWork.run(() -> conversations.drop(asked.id(), "billing1"));

    assertThat(last().state()).isEqualTo(State.DROPPED);
    assertThat(people.steps(swap)).doesNotContain(TAKE);
    assertThat(process).isEnded().hasPassed("StartEvent_ConversationOver", "EndEvent_NothingToTakeOver").hasNotPassed("EndEvent_ConversationTakenOver");
  }

  @Test
  void endsWithTheRequest() {
    offer(Target.department("front-office"));
    withdraw(swap);
    assertThat(last().state()).isEqualTo(State.DROPPED);
    assertNothingRuns(swap);
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {"-,billing1,You have the conversation already", "-,nobody,'nobody' is none", "nowhere,-,'nowhere' is none"})
  void asksOnlySomebodyWhoCanComeNow(String department, String employee, String words) {
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> offer(new Target(department, employee))).withMessageContaining(words);
  }

  @Test
  void nobodyIsAskedAtNight() {
    travelTo(clock.now().plus(Duration.ofHours(13)));
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> offer(Target.department("billing"))).withMessageContaining("Nobody of Billing is on duty now");
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> offer(Target.employee("front2"))).withMessageContaining("is not on duty now");
  }

  @Test
  void oneIsAskedAtATime() {
    offer(Target.department("front-office"));
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> offer(Target.department("billing"))).withMessageContaining("asked already");
  }

  @Test
  void whoeverAskedDoesNotTakeItHimself() {
    unitOfWork.run(() -> conversations.offer(swap.number().value(), Target.department("front-office"), "", "front1"));
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> people.complete(swap, TAKE, "front1", Map.of()))
        .withMessageContaining("You have the conversation already");
    assertThat(last().state()).isEqualTo(State.OPEN);
  }
}
