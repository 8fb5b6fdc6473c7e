package io.stile.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stile.customer.Customer;
import io.stile.engine.UnitOfWork;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StileTest
class DraftsTest {

  private static final String AMARA = "front1";
  private static final String LUKAS = "front2";

  @Autowired Drafts drafts;
  @Autowired Requesting people;
  @Autowired UnitOfWork unitOfWork;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private Customer customer;
  private UUID id;

  @BeforeEach
  void pageIsLoaded() {
    jdbc.sql("delete from draft where employee in (?, ?)").params(AMARA, LUKAS).update();
    customer = people.customerInGoodStanding();
    id = drafts.newId();
  }

  @Test
  void keepsWhatWasTypedLastByItsField() {
    keep(id, "one", 1, 0, "My ph");
    clock.advance(Duration.ofSeconds(1));

    Kept kept = drafts.keep(new DraftSave(id, DraftOf.newRequest(customer.id(), "phone-swap"), "one", 2, 1,
        Map.of("told", "My phone ", "answers", Map.of("wantedDevice", "aurora-5", "amountCents", 1_200L))), AMARA);

    Draft draft = draft(id);
    assertThat(draft.text("told")).isEqualTo("My phone ");
    assertThat(draft.typed().get("answers")).isEqualTo(Map.of("wantedDevice", "aurora-5", "amountCents", 1_200L));
    assertThat(draft.of()).isEqualTo(DraftOf.newRequest(customer.id(), "phone-swap"));
    assertThat(draft.version()).isEqualTo(kept.version()).isEqualTo(2);
    assertThat(draft.changedAt()).isEqualTo(clock.now()).isAfter(draft.beganAt());
    assertThat(kept.other()).isNull();
  }

  @Test
  void aSaveThatWasOvertakenOnItsWayChangesNothing() {
    keep(id, "one", 2, 0, "My phone");

    Kept late = keep(id, "one", 1, 0, "My ph");

    assertThat(late.draft()).isEqualTo(id);
    assertThat(late.other()).isNull();
    assertThat(draft(id).text("told")).isEqualTo("My phone");
  }

  @Test
  void aPageThatKnowsTheLastVersionGoesOnWithTheSameDraft() {
    int version = keep(id, "one", 1, 0, "My phone").version();

    Kept kept = keep(id, "two", 1, version, "My phone fell");

    assertThat(kept.draft()).isEqualTo(id);
    assertThat(drafts.of(AMARA)).singleElement().satisfies(draft -> assertThat(draft.text("told")).isEqualTo("My phone fell"));
  }

  @Test
  void aSecondPageThatDoesNotKnowTheLastVersionGoesOnInADraftOfItsOwn() {
    int seen = keep(id, "one", 1, 0, "My phone").version();
    keep(id, "one", 2, seen, "My phone fell");

    Kept own = keep(id, "two", 1, seen, "My phone is slow");
    Kept again = keep(id, "two", 2, seen, "My phone is slow and old");

    assertThat(own.draft()).isNotEqualTo(id).isEqualTo(again.draft());
    assertThat(own.other()).isEqualTo(draft(id).changedAt());
    assertThat(draft(id).text("told")).isEqualTo("My phone fell");
    assertThat(draft(own.draft()).text("told")).isEqualTo("My phone is slow and old");
    assertThat(draft(own.draft()).of()).isEqualTo(draft(id).of());
  }

  @Test
  void whatIsSentIsGoneAndNoLateSaveBringsItBack() {
    keep(id, "one", 1, 0, "My phone");
    unitOfWork.run(() -> drafts.sent(id, AMARA));

    Kept late = keep(id, "one", 2, 1, "My phone fell");

    assertThat(late.ended()).isTrue();
    assertThat(drafts.byId(id, AMARA)).isEmpty();
    assertThat(drafts.of(AMARA)).isEmpty();
  }

  @Test
  void whatIsSentBeforeItWasKeptIsNotKeptAfterwards() {
    unitOfWork.run(() -> drafts.sent(id, AMARA));

    assertThat(keep(id, "one", 1, 0, "My phone").ended()).isTrue();
    assertThat(drafts.of(AMARA)).isEmpty();
  }

  @Test
  void whatIsSentInVainIsStillThere() {
    keep(id, "one", 1, 0, "My phone");

    assertThatThrownBy(() -> unitOfWork.run(() -> {
      drafts.sent(id, AMARA);
      throw new IllegalStateException("somebody was faster");
    })).hasMessage("somebody was faster");

    assertThat(draft(id).text("told")).isEqualTo("My phone");
  }

  @Test
  void nobodyElseReadsChangesOrEndsADraft() {
    keep(id, "one", 1, 0, "My phone");

    assertThat(drafts.byId(id, LUKAS)).isEmpty();
    assertThat(drafts.discard(id, LUKAS)).isFalse();
    unitOfWork.run(() -> drafts.sent(id, LUKAS));
    assertThatThrownBy(() -> drafts.keep(save(id, "two", 1, 1, "Lukas was here"), LUKAS))
        .isInstanceOf(DraftRefused.class).hasMessage("There is no draft " + id);

    assertThat(draft(id).text("told")).isEqualTo("My phone");
  }

  @Test
  void discardsADraftOnce() {
    keep(id, "one", 1, 0, "My phone");

    assertThat(drafts.discard(id, AMARA)).isTrue();
    assertThat(drafts.discard(id, AMARA)).isFalse();
    assertThat(drafts.of(AMARA)).isEmpty();
  }

  @Test
  void refusesWhatIsTooLargeAndSaysHowMuchIsKept() {
    assertThatThrownBy(() -> keep(id, "one", 1, 0, "x".repeat(Drafts.MOST_BYTES)))
        .isInstanceOfSatisfying(DraftRefused.class, refused -> assertThat(refused.kind()).isEqualTo(DraftRefused.Kind.TOO_LARGE))
        .hasMessageContaining("at most 262144 are kept");
    keep(id, "one", 1, 0, "x".repeat(100_000));
  }

  @Test
  void refusesTheOneCharacterThatNoTextCanHaveButNotItsName() {
    assertThatThrownBy(() -> keep(id, "one", 1, 0, "a\0b")).isInstanceOf(DraftRefused.class).hasMessageContaining("U+0000");

    keep(id, "one", 1, 0, "a\\u0000b");

    assertThat(draft(id).text("told")).isEqualTo("a\\u0000b");
  }

  @Test
  void refusesMoreDraftsThanAnybodyNeeds() {
    for (int i = 0; i < Drafts.MOST_DRAFTS; i++) {
      keep(drafts.newId(), "one", 1, 0, "call " + i);
    }

    assertThatThrownBy(() -> keep(id, "one", 1, 0, "one too many")).isInstanceOf(DraftRefused.class)
        .hasMessageContaining("200 drafts");
    Draft present = drafts.of(AMARA).get(0);
    keep(present.id(), "one", 2, present.version(), "goes on");
  }

  @Test
  void removesWhatNobodyHasChangedForThirtyDays() {
    UUID older = drafts.newId();
    keep(older, "one", 1, 0, "forgotten");
    clock.advance(Duration.ofMillis(1));
    keep(id, "one", 1, 0, "not forgotten");
    clock.advance(Drafts.KEPT_FOR);

    drafts.removeOld();

    assertThat(drafts.of(AMARA)).extracting(Draft::id).containsExactly(id);
  }

  @RepeatedTest(5)
  void twoPagesThatSaveAtTheSameInstantKeepBothTexts() throws Exception {
    keep(id, "zero", 1, 0, "My phone");

    atOnce(() -> keep(id, "one", 1, 1, "My phone fell"), () -> keep(id, "two", 1, 1, "My phone is slow"));

    assertThat(drafts.of(AMARA)).extracting(draft -> draft.text("told"))
        .containsExactlyInAnyOrder("My phone fell", "My phone is slow");
  }

  @RepeatedTest(5)
  void aPageThatSavesForTheFirstTimeTwiceMakesOneDraft() throws Exception {
    atOnce(() -> keep(id, "one", 1, 0, "My phone"), () -> keep(id, "one", 2, 0, "My phone fell"));

    assertThat(drafts.of(AMARA)).singleElement().satisfies(draft -> assertThat(draft.text("told")).isEqualTo("My phone fell"));
  }

  private static void atOnce(Runnable... works) throws Exception {
    CyclicBarrier start = new CyclicBarrier(works.length);
    ExecutorService threads = Executors.newFixedThreadPool(works.length);
    try {
      List<Future<Object>> running = java.util.Arrays.stream(works).map(work -> threads.submit(() -> {
        start.await(10, TimeUnit.SECONDS);
        work.run();
        return (Object) null;
      })).toList();
      for (Future<Object> each : running) {
        each.get(30, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Kept keep(UUID draft, String page, int count, int version, String told) {
    return drafts.keep(save(draft, page, count, version, told), AMARA);
  }

  private DraftSave save(UUID draft, String page, int count, int version, String told) {
    return new DraftSave(draft, DraftOf.newRequest(customer.id(), "phone-swap"), page, count, version, Map.of("told", told));
  }

  private Draft draft(UUID draft) {
    return drafts.byId(draft, AMARA).orElseThrow();
  }
}
