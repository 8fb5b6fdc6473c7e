package io.stile.handover;

import static io.stile.testkit.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.stile.consistency.Consistency;
import io.stile.engine.ConcurrentChange;
import io.stile.engine.EngineTime;
import io.stile.engine.UnitOfWork;
import io.stile.handover.HandOver.State;
import io.stile.request.Closing;
import io.stile.request.Ownership;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.TaskRefused;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Offers, answers and ends of a hand-over at the same instant: one of them counts, and the others hear which. */
@StileTest
class HandOverRacesTest {

  private static final int TIMES = 6;

  @Autowired Requesting people;
  @Autowired HandOvers handOvers;
  @Autowired Ownership ownership;
  @Autowired Closing closing;
  @Autowired EngineTime engineTime;
  @Autowired Consistency consistency;
  @Autowired UnitOfWork unitOfWork;
  @Autowired TestClock clock;

  private Request swap;

  @BeforeEach
  void openARequestInTheMorning() {
    clock.advanceTo(clock.now().atZone(ZoneId.of("Europe/Berlin")).plusDays(1).withHour(9).withMinute(0).toInstant());
    swap = people.phoneSwap();
  }

  private static Callable<Boolean> attempt(Runnable work) {
    return () -> {
      try {
        work.run();
        return true;
      } catch (HandOverRefused | TaskRefused | RequestRefused | ConcurrentChange refused) {
        assertThat(refused).hasMessageNotContaining("null");
        return false;
      }
    };
  }

  private Callable<Boolean> offer(String to) {
    return attempt(() -> unitOfWork.of(() -> handOvers.offer(
        new NewHandOver(swap.number().value(), null, to, "I am on leave", null, "front1"))));
  }

  private HandOver offered() {
    return unitOfWork.of(() -> handOvers.offer(new NewHandOver(swap.number().value(), null, "billing1", "I am on leave", null, "front1")));
  }

  private Callable<Boolean> accept(HandOver open) {
    return attempt(() -> unitOfWork.of(() -> handOvers.accept(open.id(), "billing1")));
  }

  private Callable<Boolean> decline(HandOver open) {
    return attempt(() -> unitOfWork.of(() -> handOvers.decline(open.id(), "billing1", "No time", null, null)));
  }

  private Callable<Boolean> withdraw(HandOver open) {
    return attempt(() -> unitOfWork.of(() -> handOvers.withdraw(open.id(), "front1")));
  }

  private Callable<Boolean> close() {
    return attempt(() -> unitOfWork.run(() -> closing.withdraw(swap.number().value(), "front1", "No longer wanted")));
  }

  private Callable<Boolean> move() {
    return attempt(() -> unitOfWork.run(() -> ownership.move(swap.number().value(), "front2", "front.lead", "He is ill")));
  }

  private HandOver now(HandOver handOver) {
    return handOvers.byId(handOver.id()).orElseThrow();
  }

  private String owner() {
    return people.now(swap).owner();
  }

  private void assertConsistent() {
    assertThat(consistency.check().findings()).filteredOn(finding -> swap.number().value().equals(finding.request())).isEmpty();
  }

  @RepeatedTest(TIMES)
  void ofTwoOffersOneIsMade() {
    assertThat(atOnce(offer("billing1"), offer("logistics1"))).containsExactlyInAnyOrder(true, false);
    assertThat(handOvers.ofRequest(swap.number().value())).hasSize(1);
    assertConsistent();
  }

  @RepeatedTest(TIMES)
  void acceptedTwiceCountsOnce() {
    HandOver open = offered();
    assertThat(atOnce(accept(open), accept(open))).containsExactlyInAnyOrder(true, false);
    assertThat(owner()).isEqualTo("billing1");
    assertConsistent();
  }

  @RepeatedTest(TIMES)
  void acceptedOrTakenBack() {
    HandOver open = offered();
    List<Boolean> done = atOnce(accept(open), withdraw(open));
    assertThat(done).containsExactlyInAnyOrder(true, false);
    assertThat(now(open).state()).isEqualTo(done.get(0) ? State.ACCEPTED : State.WITHDRAWN);
    assertThat(owner()).isEqualTo(done.get(0) ? "billing1" : "front1");
    assertConsistent();
  }

  @RepeatedTest(TIMES)
  void acceptedOrDeclined() {
    HandOver open = offered();
    List<Boolean> done = atOnce(accept(open), decline(open));
    assertThat(done).containsExactlyInAnyOrder(true, false);
    assertThat(now(open).state()).isEqualTo(done.get(0) ? State.ACCEPTED : State.DECLINED);
    assertConsistent();
  }

  @RepeatedTest(TIMES)
  void acceptedWhileTheRequestEnds() {
    HandOver open = offered();
    List<Boolean> done = atOnce(accept(open), close());
    assertThat(done.get(1)).as("the opener may withdraw it, whoever owns it").isTrue();
    assertThat(now(open).state()).isEqualTo(done.get(0) ? State.ACCEPTED : State.LAPSED);
    assertThat(owner()).isEqualTo(done.get(0) ? "billing1" : "front1");
    assertConsistent();
  }

  @RepeatedTest(TIMES)
  void acceptedWhileALeadMovesIt() {
    HandOver open = offered();
    List<Boolean> done = atOnce(accept(open), move());
    assertThat(now(open).state()).isEqualTo(done.get(0) ? State.ACCEPTED : State.LAPSED);
    assertThat(owner()).isEqualTo("front2");
    assertConsistent();
  }

  @RepeatedTest(TIMES)
  void acceptedWhileTheLeadIsAsked() {
    HandOver open = offered();
    clock.advanceTo(open.leadAskedAt());
    List<Boolean> done = atOnce(accept(open), () -> {
      engineTime.runDue(clock.now());
      return true;
    });
    engineTime.runDue(clock.now());
    assertThat(now(open)).satisfies(after -> {
      assertThat(after.state()).isEqualTo(done.get(0) ? State.ACCEPTED : State.OPEN);
      assertThat(after.answerer()).isEqualTo(done.get(0) ? "billing1" : "billing.lead");
    });
    assertThat(owner()).isEqualTo(done.get(0) ? "billing1" : "front1");
    assertConsistent();
  }

  @RepeatedTest(TIMES)
  void everythingAtOnce() {
    HandOver open = offered();
    atOnce(accept(open), decline(open), withdraw(open), move(), close());
    assertThat(now(open).isOpen()).isFalse();
    assertThat(owner()).isNotNull();
    assertConsistent();
  }
}
