package io.stile.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stile.engine.UnitOfWork;
import io.stile.handover.HandOver;
import io.stile.handover.HandOverNews;
import io.stile.handover.HandOvers;
import io.stile.handover.NewHandOver;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What giver, receiver and leads are told of a hand-over, and that they are told once. */
@StileTest
class HandOverNoticesTest {

  @Autowired Requesting people;
  @Autowired HandOvers handOvers;
  @Autowired Notices notices;
  @Autowired UnitOfWork unitOfWork;
  @Autowired ApplicationEventPublisher events;
  @Autowired TestClock clock;

  private Request swap;

  @BeforeEach
  void openARequest() {
    swap = people.phoneSwap();
  }

  private HandOver offered(String by) {
    return unitOfWork.of(() -> handOvers.offer(new NewHandOver(swap.number().value(), null, "billing1", "I am on leave", null, by)));
  }

  private List<String> told(String employee) {
    return notices.of(employee, 500).stream().filter(notice -> swap.number().value().equals(notice.request())).map(Notice::text).toList();
  }

  private void expectTold(String employee, String... texts) {
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(told(employee)).contains(texts));
  }

  @Test
  void theReceiverHearsWhatIsOfferedAndNotOfATaskBesides() {
    HandOver offer = offered("front1");

    expectTold("billing1", "Amara Diallo offers you %s: I am on leave".formatted(swap.number()));

    unitOfWork.run(() -> handOvers.withdraw(offer.id(), "front1"));
    expectTold("billing1", "Amara Diallo has taken the offer of %s back".formatted(swap.number()));
    assertThat(told("billing1")).hasSize(2);
  }

  @Test
  void theOwnerHearsWhatHisLeadOffersAndWhatBecameOfIt() {
    HandOver offer = offered("front.lead");
    expectTold("front1", "Teresa Kowalczyk offers your request %s to Priya Raman; it stays yours until that is accepted".formatted(swap.number()));

    unitOfWork.run(() -> handOvers.accept(offer.id(), "billing1"));

    expectTold("front1", "Priya Raman owns %s now".formatted(swap.number()));
    expectTold("front.lead", "Priya Raman owns %s now".formatted(swap.number()));
    assertThat(told("billing1")).as("he knows what he accepted").noneMatch(text -> text.startsWith("You own"));
  }

  @Test
  void theOwnerHearsWhyItWasDeclined() {
    HandOver offer = offered("front1");
    unitOfWork.run(() -> handOvers.decline(offer.id(), "billing1", "No time", null, null));

    expectTold("front1", "Priya Raman does not take %s over: No time".formatted(swap.number()));
  }

  @Test
  void newsThatIsDeliveredTwiceMakesOneNotice() {
    HandOverNews news = new HandOverNews(4_711, "unanswered", "quality1", swap.number().value(), null, "Told once", clock.now());
    for (int delivery = 1; delivery <= 2; delivery++) {
      unitOfWork.run(() -> events.publishEvent(news));
      expectTold("quality1", "Told once");
    }
    unitOfWork.run(() -> events.publishEvent(
        new HandOverNews(4_711, "lead-asked", "quality1", swap.number().value(), null, "The last one", clock.now())));
    expectTold("quality1", "The last one");
    assertThat(told("quality1")).containsOnlyOnce("Told once");
  }
}
