package io.stile.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stile.customer.DeviceClass;
import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interaction.Direction;
import io.stile.customer.Interaction;
import io.stile.engine.CaseKey;
import io.stile.engine.ConcurrentChange;
import io.stile.promise.Promise;
import io.stile.request.Merging.Merge;
import io.stile.work.Task;
import io.stile.work.TaskRefused;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Requests that belong together: contacts, links, merges and opening again, in any order and at the same instant. */
class TogetherTest extends TwoRequests {

  @Test
  void whatWasSaidAboutAMergedRequestStandsWithTheOther() {
    log(one, "Where is it?");
    log(other, "Nobody called.");
    String first = number(one);

    Request goesOn = merge(one, other, "front1");

    assertThat(goesOn.number()).isEqualTo(other.number());
    assertThat(saidAbout(one)).isEmpty();
    assertThat(saidAbout(other)).hasSize(4).contains("Where is it?", "Nobody called.");
    assertThat(people.now(one).outcome()).isEqualTo("Merged into " + other.number());
    assertThat(people.now(one).state()).isEqualTo(Request.State.CLOSED);
    assertThat(people.steps(one)).isEmpty();
    assertThat(timers.pending(new CaseKey(first))).isEmpty();
    assertThat(promises.promiseOf(first).orElseThrow().state()).isEqualTo(Promise.State.DROPPED);
    assertThat(merges.survivorOf(first)).isEqualTo(number(other));
    assertThat(repeatContacts.of(number(other))).as("both calls, and asking for the same again").isEqualTo(3);
    log(one, "And now?");
    assertThat(saidAbout(other)).contains("And now?");
  }

  @Test
  void theEarlierPromiseHolds() {
    clock.advance(Duration.ofHours(30));
    Request late = people.phoneSwap(customer, "front1");
    Promise earlier = promises.promiseOf(number(one)).orElseThrow();
    assertThat(promises.promiseOf(number(late)).orElseThrow().dueAt()).isAfter(earlier.dueAt());
    merge(one, late, "front1");
    Promise kept = promises.promiseOf(number(late)).orElseThrow();
    assertThat(kept.dueAt()).isEqualTo(earlier.dueAt());
    assertThat(timers.pending(new CaseKey(number(late)))).filteredOn(timer -> timer.element().equals("CatchEvent_PromiseDue"))
        .singleElement().satisfies(timer -> assertThat(timer.due()).isEqualTo(earlier.dueAt()));
  }

  @Test
  void everyWayLeadsToTheLastOne() {
    Request third = people.phoneSwap(customer, "front1");
    merge(one, other, "front1");
    merge(other, third, "front2");
    assertThat(merges.survivorOf(number(one))).isEqualTo(number(third));
    assertThat(merges.mergedInto(number(third))).containsExactly(number(one), number(other));
    assertRefused("was merged into", () -> merge(third, one, "front1"));
    assertRefused("was merged into", () -> merge(one, third, "front1"));
    assertRefused("was merged into", () -> unitOfWork.run(() -> reopenings.reopen(number(one), "front1", "Again", null)));
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertRefused("itself", () -> merge(one, one, "front1"));
    assertRefused("Only Amara Diallo", () -> merge(one, other, "billing1"));
    Request foreign = people.phoneSwap();
    assertRefused("only a lead", () -> merge(one, foreign, "front1"));
    assertRefused("confirm", () -> merge(one, foreign, "front.lead"));
    unitOfWork.run(() -> merging.merge(new Merge(number(one), number(foreign), "One household", true), "front.lead"));
    assertThat(merges.intoOf(number(one))).contains(number(foreign));
    unitOfWork.run(() -> closing.withdraw(number(other), "front2", "No longer wanted"));
    assertRefused("withdrawn", () -> merge(foreign, other, "front.lead"));
  }

  @Test
  void theDatabaseKnowsNoCircles() {
    merge(one, other, "front1");
    assertThatThrownBy(() -> jdbc.sql("update request set merged_into = ? where number = ?").params(number(one), number(other)).update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> jdbc.sql("update request set merged_into = null where number = ?").param(number(one)).update())
        .isInstanceOf(DataAccessException.class).hasMessageContaining("for good");
    assertThatThrownBy(() -> jdbc.sql("""
        insert into request_link (earlier, later, kind, at, by) values (?, ?, 'FOLLOW_UP', now(), 'front1')""")
        .params(number(other), number(one)).update()).isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> jdbc.sql("""
        insert into request_link (earlier, later, kind, at, by) values (?, ?, 'FOLLOW_UP', now(), 'front1')""")
        .params(number(one), number(one)).update()).isInstanceOf(DataAccessException.class);
  }

  @Test
  void linksStandOnBothSidesAndTheLaterOneFollows() {
    unitOfWork.run(() -> links.link(number(other), number(one), LinkKind.FOLLOW_UP, "billing1"));
    assertThat(links.of(number(one))).isEqualTo(links.of(number(other))).singleElement().satisfies(link -> {
      assertThat(link.earlier()).isEqualTo(number(one));
      assertThat(link.words(number(one))).isEqualTo("its follow-up");
      assertThat(link.words(number(other))).isEqualTo("which this one follows up");
    });
    assertRefused("linked already", () -> unitOfWork.run(() -> links.link(number(one), number(other), LinkKind.FOLLOW_UP, "front1")));
    unitOfWork.run(() -> links.link(number(one), number(other), LinkKind.RELATED, "front1"));
    assertThat(links.of(number(one))).singleElement().extracting(RequestLink::kind).isEqualTo(LinkKind.RELATED);
    unitOfWork.run(() -> links.unlink(number(other), number(one), "front1"));
    assertThat(links.of(number(one))).isEmpty();
    assertRefused("not linked any more", () -> unitOfWork.run(() -> links.unlink(number(other), number(one), "front1")));
  }

  @Test
  void onlyTheCustomerComingBackAboutAnOpenRequestCounts() {
    assertThat(repeatContacts.of(number(one))).as("the first contact").isZero();
    contacts.log(number(one), Channel.PHONE, Direction.OUT, "front1", "We call");
    assertThat(repeatContacts.of(number(one))).isZero();
    log(one, "Where is it?");
    log(one, "Still nothing");
    assertThat(repeatContacts.of(number(one))).isEqualTo(2);
    assertThat(RepeatContacts.words(2)).isEqualTo("3rd contact");
    assertThat(RepeatContacts.words(10)).isEqualTo("11th contact");
    assertThat(RepeatContacts.words(21)).isEqualTo("22nd contact");
    assertThat(journal.of(number(one))).filteredOn(entry -> entry.kind() == JournalKind.INTERACTION).extracting(JournalEntry::told)
        .containsExactly("logged a contact by phone", "logged a contact by phone, the 2nd contact of the customer about it",
            "logged a contact by phone, the 3rd contact of the customer about it");
  }

  private Request closed() {
    Request request = people.phoneSwap(people.customerWith(LocalDate.parse("2021-05-01"), 9_900L,
        DeviceClass.STANDARD), "front1");
    people.complete(request, "UserTask_ExplainWhyNot", "front1", Map.of());
    return people.now(request);
  }

  @Test
  void thanksAfterTheEndDoNotCountButTheContactThatOpensItAgainDoes() {
    Request closed = closed();
    log(closed, "Thank you!");
    assertThat(repeatContacts.of(number(closed))).isZero();
    Interaction again = log(closed, "It does not work after all");
    unitOfWork.run(() -> reopenings.reopen(number(closed), "front3", again.said(), again.id()));
    assertThat(repeatContacts.of(number(closed))).isEqualTo(1);
    assertThat(people.now(closed).isOpen()).isTrue();
  }

  @Test
  void contactsAreLoggedForThirtyDaysAfterTheEnd() {
    Request closed = closed();
    clock.advanceTo(closed.closedAt().plus(Duration.ofDays(30)).minusMillis(1));
    log(closed, "Just in time");
    clock.advanceTo(closed.closedAt().plus(Duration.ofDays(30)));
    assertRefused("more than 30 days", () -> log(closed, "Too late"));
  }

  /** Runs all at once; answers what each was refused with, null for who was not. */
  private List<RuntimeException> atOnce(Runnable... works) throws Exception {
    CyclicBarrier start = new CyclicBarrier(works.length);
    ExecutorService threads = Executors.newFixedThreadPool(works.length);
    try {
      List<Future<RuntimeException>> running = new ArrayList<>();
      for (Runnable work : works) {
        running.add(threads.submit(() -> {
          start.await();
          try {
            unitOfWork.run(work);
            return null;
          } catch (RequestRefused | TaskRefused | ConcurrentChange refused) {
            return refused;
          }
        }));
      }
      List<RuntimeException> refusals = new ArrayList<>();
      for (Future<RuntimeException> each : running) {
        refusals.add(each.get(60, TimeUnit.SECONDS));
      }
      return refusals;
    } finally {
      threads.shutdownNow();
    }
  }

  @RepeatedTest(TIMES)
  void ofTwoWhoMergeAgainstEachOtherOneWins() throws Exception {
    List<RuntimeException> refusals = atOnce(
        () -> merging.merge(new Merge(number(one), number(other), "", false), "front1"),
        () -> merging.merge(new Merge(number(other), number(one), "", false), "front2"));
    assertThat(refusals.stream().filter(Objects::isNull)).as("%s", refusals).hasSize(1);
    assertThat(people.now(one).isOpen()).isNotEqualTo(people.now(other).isOpen());
    assertThat(refusals.stream().filter(Objects::nonNull).toList()).singleElement()
        .satisfies(told -> assertThat(told).hasMessageContaining("merged into"));
  }

  @RepeatedTest(TIMES)
  void mergingAgainstTheCompletionOfATaskLosesNeither() throws Exception {
    Task plan = claims.claim(people.task(one, "UserTask_AgreePlanChange").id(), "front1");
    List<RuntimeException> refusals = atOnce(() -> merging.merge(new Merge(number(one), number(other), "", false), "front1"),
        () -> completion.complete(plan.id(), "front1", Map.of("newPlan", "same", "dataOption", "none")));
    assertThat(refusals.get(0)).isNull();
    assertThat(people.steps(one)).isEmpty();
    assertThat(timers.pending(new CaseKey(number(one)))).isEmpty();
    assertThat(merges.intoOf(number(one))).contains(number(other));
  }

  @RepeatedTest(TIMES)
  void aContactThatIsLoggedWhileItsRequestIsMergedStandsWithTheOther() throws Exception {
    assertThat(atOnce(() -> merging.merge(new Merge(number(one), number(other), "", false), "front1"),
        () -> contacts.log(number(one), Channel.PHONE, Direction.IN, "front3", "Is anybody there?"))).containsOnlyNulls();
    assertThat(saidAbout(one)).isEmpty();
    assertThat(saidAbout(other)).contains("Is anybody there?");
  }

  @RepeatedTest(TIMES)
  void ofTwoWhoOpenItAgainOneWinsAndTheOtherIsToldWho() throws Exception {
    Request closed = closed();
    List<RuntimeException> refusals = atOnce(() -> reopenings.reopen(number(closed), "front2", "Does not work", null),
        () -> reopenings.reopen(number(closed), "front3", "Does not work", null));
    assertThat(refusals.stream().filter(Objects::nonNull).toList()).singleElement()
        .satisfies(told -> assertThat(told).hasMessageContaining("open again already"));
    assertThat(people.steps(closed)).containsExactly("UserTask_DealWithCustomer");
  }
}
