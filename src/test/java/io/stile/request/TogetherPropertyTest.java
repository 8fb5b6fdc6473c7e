package io.stile.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.customer.Interaction;
import io.stile.engine.ConcurrentChange;
import io.stile.promise.Promise;
import io.stile.work.TaskRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No contact is lost and no way leads round, whatever is done with requests that belong together. */
class TogetherPropertyTest extends TwoRequests {

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
