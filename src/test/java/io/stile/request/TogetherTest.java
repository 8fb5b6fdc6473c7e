package io.stile.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stile.customer.Customer;
import io.stile.customer.DeviceClass;
import io.stile.customer.Interaction;
import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interaction.Direction;
import io.stile.customer.Interactions;
import io.stile.desk.ContactLog;
import io.stile.engine.CaseKey;
import io.stile.engine.ConcurrentChange;
import io.stile.engine.Timers;
import io.stile.engine.UnitOfWork;
import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.Merging.Merge;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.Claims;
import io.stile.work.Completion;
import io.stile.work.Task;
import io.stile.work.TaskRefused;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests that belong together: contacts, links, merges and opening again, in any order and at the same instant. */
@StileTest
class TogetherTest {

  private static final int TIMES = 5;

  @Autowired
  Requesting people;
  @Autowired
  Merging merging;
  @Autowired
  Merges merges;
  @Autowired
  Links links;
  @Autowired
  Reopenings reopenings;
  @Autowired
  RepeatContacts repeatContacts;
  @Autowired
  ContactLog contacts;
  @Autowired
  Interactions interactions;
  @Autowired
  Closing closing;
  @Autowired
  Completion completion;
  @Autowired
  Claims claims;
  @Autowired
  Promises promises;
  @Autowired
  Timers timers;
  @Autowired
  Journal journal;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  TestClock clock;
  @Autowired
  JdbcClient jdbc;

  private Customer customer;
  private Request one;
  private Request other;

  @BeforeEach
  void openTwo() {
    customer = people.customerInGoodStanding();
    one = people.phoneSwap(customer, "front1");
    other = people.phoneSwap(customer, "front2");
  }

  private static String number(Request request) {
    return request.number().value();
  }

  private Request merge(Request from, Request into, String by) {
    return unitOfWork.of(() -> merging.merge(new Merge(number(from), number(into), "", false), by));
  }

  private Interaction log(Request request, String said) {
    return contacts.log(number(request), Channel.PHONE, Direction.IN, "front3", said);
  }

  private List<String> saidAbout(Request request) {
    return interactions.ofRequest(number(request)).stream().map(Interaction::said).toList();
  }

  private static void assertRefused(String words, Runnable what) {
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(what::run).withMessageContaining(words);
  }

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

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noContactIsLostAndNoWayLeadsRoundWhateverIsDone(long seed) {
    Random random = new Random(seed);
    List<Request> all = new ArrayList<>(List.of(one, other, people.phoneSwap(customer, "front1"), people.phoneSwap(customer, "front3")));
    Set<Long> said = new HashSet<>();
    all.forEach(request -> said.add(people.now(request).interaction()));
    for (int i = 0; i < 30; i++) {
      Request any = all.get(random.nextInt(all.size()));
      Request another = all.get(random.nextInt(all.size()));
      attempt(operation(random, any, another, said));
      clock.advance(Duration.ofMinutes(random.nextInt(30)));
      assertWhole(all, said);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void norWhateverSeveralDoAtOnce(long seed) throws Exception {
    List<Request> all = List.of(one, other, people.phoneSwap(customer, "front1"), people.phoneSwap(customer, "front3"));
    Set<Long> said = ConcurrentHashMap.newKeySet();
    all.forEach(request -> said.add(people.now(request).interaction()));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        Random random = new Random(seed * 100 + thread);
        running.add(threads.submit(() -> {
          for (int i = 0; i < 10; i++) {
            attempt(operation(random, all.get(random.nextInt(4)), all.get(random.nextInt(4)), said));
          }
        }));
      }
      for (Future<?> each : running) {
        each.get(120, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertWhole(all, said);
  }

  private Callable<?> operation(Random random, Request any, Request another, Set<Long> said) {
    return switch (random.nextInt(7)) {
      case 0 -> () -> merge(any, another, "front.lead");
      case 1 -> () -> unitOfWork.of(() -> links.link(number(any), number(another), LinkKind.values()[random.nextInt(3)], "front1"));
      case 2 -> () -> unitOfWork.of(() -> reopenings.reopen(number(any), "front2", "Again", null));
      case 3 -> () -> finish(any);
      default -> () -> said.add(log(any, "Word " + random.nextInt()).id());
    };
  }

  private Object finish(Request request) {
    if (people.steps(request).contains("UserTask_DealWithCustomer")) {
      people.complete(request, "UserTask_DealWithCustomer", people.now(request).owner(), Map.of("result", "settled", "whatWasDone", "All"));
    } else if (people.steps(request).contains("UserTask_AgreePlanChange")) {
      people.complete(request, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "same", "dataOption", "none"));
    } else {
      unitOfWork.run(() -> closing.withdraw(number(request), people.now(request).owner(), "Enough"));
    }
    return null;
  }

  private static void attempt(Callable<?> operation) {
    try {
      operation.call();
    } catch (RequestRefused | TaskRefused | AnswersRefused | ConcurrentChange refused) {
      assertThat(refused).hasMessageNotContaining("null");
    } catch (AssertionError alreadyDone) {
      assertThat(alreadyDone).hasMessageContaining("live tasks of");
    } catch (Exception fault) {
      throw new AssertionError("neither done nor refused", fault);
    }
  }

  private void assertWhole(List<Request> all, Set<Long> said) {
    Set<Long> found = new HashSet<>();
    for (Request request : all) {
      String end = merges.survivorOf(number(request));
      assertThat(merges.intoOf(end)).isEmpty();
      List<Interaction> about = interactions.ofRequest(number(request));
      about.forEach(contact -> assertThat(found.add(contact.id())).isTrue());
      if (!end.equals(number(request))) {
        assertThat(about).as("contacts of the merged %s", request.number()).isEmpty();
        assertThat(people.now(request).isOpen()).isFalse();
      }
      Request now = people.now(request);
      assertThat(people.steps(now).isEmpty()).as("steps %s of %s, %s", people.steps(now), now.number(), now.state())
          .isEqualTo(!now.isOpen());
      assertThat(promises.promiseOf(number(request)).orElseThrow().state() == Promise.State.OPEN).isEqualTo(now.isOpen());
    }
    assertThat(found).as("every contact").containsAll(said);
  }
}
