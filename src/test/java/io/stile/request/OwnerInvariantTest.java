package io.stile.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stile.demonstration.TimeTravel;
import io.stile.engine.ConcurrentChange;
import io.stile.engine.UnitOfWork;
import io.stile.handover.HandOver;
import io.stile.handover.HandOverRefused;
import io.stile.handover.HandOvers;
import io.stile.handover.NewHandOver;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import io.stile.work.TaskRefused;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** A request has exactly one owner at each instant from open to close, whatever anybody does at the same time. */
@StileTest
class OwnerInvariantTest {

  private static final List<String> OWNERS = List.of("front1", "front2", "front3", "billing1", "front.lead");

  @Autowired
  Requesting people;
  @Autowired
  Ownership ownership;
  @Autowired
  HandOvers handOvers;
  @Autowired
  Closing closing;
  @Autowired
  TaskLookup tasks;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  TestClock clock;
  @Autowired
  TimeTravel time;
  @Autowired
  JdbcClient jdbc;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void noSequenceOfOperationsBreaksIt(long seed) {
    Random random = new Random(seed);
    List<Request> requests = new ArrayList<>(List.of(people.phoneSwap(), people.phoneSwap()));
    for (int i = 0; i < 25; i++) {
      if (random.nextInt(8) == 0) {
        time.advance(Duration.ofMinutes(1 + random.nextInt(200)));
      } else if (random.nextInt(10) == 0) {
        requests.add(people.phoneSwap());
      } else {
        Request any = requests.get(random.nextInt(requests.size()));
        attempt(operation(any, random));
      }
      requests.forEach(this::assertOneOwnerAtEachInstant);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void norDoOperationsAtTheSameTime(long seed) throws Exception {
    List<Request> requests = List.of(people.phoneSwap(), people.phoneSwap());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        Random random = new Random(seed * 100 + thread);
        running.add(threads.submit(() -> {
          for (int i = 0; i < 12; i++) {
            attempt(operation(requests.get(random.nextInt(2)), random));
          }
        }));
      }
      for (int i = 0; i < 6; i++) {
        clock.advance(Duration.ofMillis(i));
        requests.forEach(this::assertOneOwnerAtEachInstant);
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    requests.forEach(this::assertOneOwnerAtEachInstant);
  }

  private Callable<?> operation(Request request, Random random) {
    String number = request.number().value();
    return switch (random.nextInt(15)) {
      case 10, 11 -> () -> run(() -> handOvers.offer(
          new NewHandOver(number, null, OWNERS.get(random.nextInt(OWNERS.size())), "Try", null, people.now(request).owner())));
      case 12 -> () -> onOpenHandOver(number, open -> handOvers.accept(open.id(), open.answerer()));
      case 13 -> () -> onOpenHandOver(number, open -> handOvers.decline(open.id(), open.answerer(), "Try", null, "front2"));
      case 14 -> () -> onOpenHandOver(number, open -> handOvers.withdraw(open.id(), people.now(request).owner()));
      case 0 -> () -> run(() -> closing.withdraw(number, "front1", "No longer wanted"));
      case 1, 2, 3, 4 -> () -> run(() -> ownership.move(number, OWNERS.get(random.nextInt(OWNERS.size())), "front.lead", "Try"));
      case 5 -> () -> run(() -> ownership.move(number, "nobody", "front.lead", "Try"));
      default -> () -> {
        List<Task> live = tasks.ofRequest(number).stream().filter(Task::isLive).toList();
        if (!live.isEmpty()) {
          completeSomehow(request, live.get(random.nextInt(live.size())));
        }
        return null;
      };
    };
  }

  private Object onOpenHandOver(String number, Consumer<HandOver> work) {
    return handOvers.openOf(number).map(open -> run(() -> work.accept(open))).orElse(null);
  }

  private Object run(Runnable work) {
    unitOfWork.run(work);
    return null;
  }

  private void completeSomehow(Request request, Task task) {
    Map<String, Object> answers = switch (task.stepKey()) {
      case "UserTask_AgreePlanChange" -> Map.of("newPlan", "same", "dataOption", "none");
      case "UserTask_ReserveHandset" -> Map.of("inStock", "yes");
      case "UserTask_ActivateSim" -> Map.of("activated", "yes");
      case "UserTask_CallCustomer" -> Map.of("callOutcome", "works");
      case "UserTask_DecideAboutLateTask" -> Map.of("decision", "take-over");
      case "UserTask_AnswerHandOver", "UserTask_AnswerForDepartment" -> Map.of("answer", "accept");
      case "UserTask_RenewPromise" -> Map.of("newDue", clock.now().plus(Duration.ofDays(2)).toString(), "reason", "Late");
      default -> Map.of();
    };
    String worker = task.assignee() != null ? task.assignee()
        : Map.of("front-office", "front1", "logistics", "logistics1", "billing", "billing1", "network-operations", "network1")
            .get(task.department());
    people.complete(request, task.stepKey(), worker, answers);
  }

  /** Refusals and conflicts are answers; anything else is a fault. */
  private static void attempt(Callable<?> operation) {
    try {
      operation.call();
    } catch (RequestRefused | HandOverRefused | TaskRefused | AnswersRefused | ConcurrentChange refused) {
      assertThat(refused).hasMessageNotContaining("null");
    } catch (AssertionError alreadyDone) {
      assertThat(alreadyDone).hasMessageContaining("live tasks of");
    } catch (Exception fault) {
      throw new AssertionError("neither done nor refused", fault);
    }
  }

  private void assertOneOwnerAtEachInstant(Request request) {
    String number = request.number().value();
    var wrong = jdbc.sql("""
        with asked as (select * from request where number = ?),
             tenures as (select t.* from tenure t, asked a where t.request = a.number)
        select (select count(*) from tenures one, tenures other where one.id < other.id and one.during && other.during) as twice,
               (select coalesce(range_agg(during), '{}') from tenures)
                 = tstzmultirange(tstzrange(a.opened_at, a.closed_at, '[)')) as covered,
               (select owner from tenures order by id desc limit 1) = a.owner as named
        from asked a""").param(number).query().singleRow();
    assertThat(wrong).as("%s of %s", wrong, number).containsEntry("twice", 0L).containsEntry("covered", true)
        .containsEntry("named", true);
  }

  private void inOneTransaction(String number, String... statements) {
    unitOfWork.run(() -> {
      for (String statement : statements) {
        jdbc.sql(statement.replace(":number", "'" + number + "'")
            .replace(":later", "'" + Timestamp.from(clock.now().plusSeconds(60)) + "+00'")).update();
      }
    });
  }

  private void assertRefused(Request request, String... statements) {
    assertThatThrownBy(() -> inOneTransaction(request.number().value(), statements))
        .isInstanceOfAny(DataAccessException.class, TransactionException.class);
    assertOneOwnerAtEachInstant(request);
  }

  @Test
  void theDatabaseRefusesWhateverWouldBreakIt() {
    Request request = people.phoneSwap();
    clock.advance(Duration.ofSeconds(1));
    assertRefused(request, "delete from tenure where request = :number");
    assertRefused(request, "update request set owner = 'front2' where number = :number");
    assertRefused(request, "update request set owner = null where number = :number");
    assertRefused(request, "update tenure set owner = 'front2' where request = :number");
    assertRefused(request, "insert into tenure (request, owner, during, given_by) values (:number, 'front2', "
        + "tstzrange(now(), null), 'front2')");
    assertRefused(request, "update tenure set during = tstzrange(lower(during), :later) where request = :number");
    assertRefused(request, "update tenure set during = tstzrange(:later, null) where request = :number");
    assertRefused(request, "update tenure set during = tstzrange(lower(during), :later) where request = :number",
        "insert into tenure (request, owner, during, given_by) values (:number, 'front1', "
            + "tstzrange(:later::timestamptz + interval '1 ms', null), 'front2')");
    assertRefused(request, "update request set state = 'CLOSED', closed_at = :later where number = :number");
    assertRefused(request, "update request set state = 'CLOSED' where number = :number");
    assertRefused(request, "update request set opened_at = opened_at - interval '1 s' where number = :number");
    assertRefused(request, "update tenure set request = (select number from request where number <> :number limit 1) "
        + "where request = :number");
    assertRefused(request, "insert into request (number, type, type_name, model, state, customer, owner, opener, opened_at, "
        + "due_at, channel, told) select 'SR-9', type, type_name, model, state, customer, owner, opener, opened_at, due_at, "
        + "channel, told from request where number = :number");
    assertRefused(request, "truncate tenure");
    assertRefused(request, "set constraints all deferred", "delete from tenure where request = :number");
  }

  @Test
  void whatTheDatabaseAcceptsIsACompleteHandOver() {
    Request request = people.phoneSwap();
    inOneTransaction(request.number().value(),
        "update tenure set during = tstzrange(lower(during), :later) where request = :number",
        "insert into tenure (request, owner, during, given_by) values (:number, 'front2', tstzrange(:later, null), 'front2')",
        "update request set owner = 'front2' where number = :number");
    assertOneOwnerAtEachInstant(request);
    assertThat(people.now(request).owner()).isEqualTo("front2");
  }

  @Test
  void movesWithinTheSameInstantAndBeforeTheCloseLeaveOneOwner() {
    Request request = people.phoneSwap();
    String number = request.number().value();
    Instant now = clock.now();
    for (String owner : List.of("front2", "front3", "front1")) {
      unitOfWork.run(() -> ownership.move(number, owner, "front.lead", "Try"));
    }
    unitOfWork.run(() -> closing.withdraw(number, "front1", "No longer wanted"));
    assertThat(clock.now()).isEqualTo(now);
    assertOneOwnerAtEachInstant(request);
  }
}
