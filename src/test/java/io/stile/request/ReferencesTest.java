package io.stile.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.stile.engine.UnitOfWork;
import io.stile.request.References.Found;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.work.Task;
import io.stile.work.TaskReferences;
import io.stile.work.TaskRefused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The numbers of others that are kept with tasks, and finding requests by them. */
@StileTest
class ReferencesTest {

  private static final Logger LOG = LoggerFactory.getLogger(ReferencesTest.class);
  private static final Duration AT_ONCE = Duration.ofMillis(150);
  private static final AtomicInteger NUMBERS = new AtomicInteger(4_000);

  @Autowired
  Requesting people;
  @Autowired
  References references;
  @Autowired
  TaskReferences taskReferences;
  @Autowired
  RequestLists lists;
  @Autowired
  Journal journal;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  JdbcClient jdbc;

  private Request swap;
  private Task task;
  private String number;

  @BeforeEach
  void open() {
    swap = people.phoneSwap();
    task = people.task(swap, "UserTask_AgreePlanChange");
    number = "RMA-%d/Ä_%%".formatted(NUMBERS.incrementAndGet());
  }

  private void keep(String value) {
    unitOfWork.run(() -> taskReferences.keep(task.id(), value, "front1"));
  }

  private List<String> told() {
    return journal.of(swap.number().value()).stream().map(JournalEntry::told).filter(text -> text.contains("reference")).toList();
  }

  @Test
  void isKeptChangedAndRemovedAndTheJournalTellsWhatItWas() {
    keep("  " + number.replace("/", " \t ") + " ");
    String first = number.replace("/", " ");
    keep(first);
    keep("0815");
    keep(" ");
    keep("");

    assertThat(references.of(task.id())).isEmpty();
    assertThat(told()).containsExactly("kept the reference %s with “%s”".formatted(first, task.name()),
        "kept the reference 0815 with “%s”, instead of %s".formatted(task.name(), first),
        "removed the reference 0815 from “%s”".formatted(task.name()));
  }

  @Test
  void isFoundByAPieceOfItInAnyCase() {
    keep(number);

    assertThat(references.find(number.toLowerCase(), 5)).containsExactly(new Found(task.id(), swap.number().value(), number, true));
    assertThat(references.find(number.substring(4, 10), 5)).extracting(Found::task, Found::exact).contains(
        tuple(task.id(), false));
    assertThat(references.find("%", 5)).isEmpty();
    assertThat(references.find("___", 5)).isEmpty();
    assertThat(references.find("a\0b", 5)).isEmpty();
    assertThat(numbers(number)).containsExactly(swap.number().value());
  }

  private List<String> numbers(String text) {
    return lists.page(new RequestFilter(null, null, null, null, text), null, 50).items().stream()
        .map(request -> request.number().value()).toList();
  }

  @Test
  void isAtMostTwoHundredCharactersOnOneLine() {
    assertThat(catchThrowableOfType(RequestRefused.class, () -> keep("x".repeat(201))).field()).isEqualTo("reference");
    assertThat(catchThrowableOfType(RequestRefused.class, () -> keep("a\0b")).field()).isEqualTo("reference");
    keep("x".repeat(200));
    assertThat(references.of(task.id())).contains("x".repeat(200));
  }

  @ParameterizedTest
  @CsvSource({"front1, true", "front2, true", "billing1, false"})
  void isKeptByThoseWhoseTaskItIs(String employee, boolean may) {
    assertThat(taskReferences.mayKeep(task, employee)).isEqualTo(may);
    TaskRefused refused = catchThrowableOfType(TaskRefused.class,
        () -> unitOfWork.of(() -> taskReferences.keep(task.id(), "1", employee)));
    assertThat(refused == null).isEqualTo(may);
  }

  @Test
  void isKeptWithATaskThatIsDone() {
    people.complete(swap, task.stepKey(), "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    keep(number);

    assertThat(references.of(task.id())).contains(number);
  }

  @Test
  void isFoundAtOnceAmongAHundredThousand() {
    transaction.executeWithoutResult(status -> {
      jdbc.sql("""
          insert into task (step, request, type, customer, model, process, step_key, name, department, state, created_at,
            ended_at, sort_at)
          select 'reference-' || i, ?, 'phone-swap', ?, 'none', 'none', 'Row', 'Row', 'quality', 'DONE', now(), now(), now()
          from generate_series(1, 100000) i""").params(swap.number().value(), swap.customer()).update();
      jdbc.sql("""
          insert into task_reference (task, request, value)
          select id, request, 'ORDER-2026-' || substr(md5(step), 1, 8) from task where step like 'reference-%'""").update();
      jdbc.sql("analyze task_reference").update();
      keep(number);

      assertThat(references.find(number, 8)).extracting(Found::reference).containsExactly(number);
      fast("whole", () -> references.find(number, 8));
      fast("a piece that one has", () -> references.find(number.substring(2), 8));
      fast("a piece that all have", () -> references.find("ORDER-2026", 8));
      fast("in the list of requests", () -> numbers(number));
      status.setRollbackOnly();
    });
  }

  private static void fast(String what, Supplier<?> read) {
    read.get();
    long[] times = LongStream.range(0, 5).map(run -> {
      long started = System.nanoTime();
      read.get();
      return System.nanoTime() - started;
    }).sorted().toArray();
    LOG.info("{}: {} µs", what, times[2] / 1000);
    assertThat(Duration.ofNanos(times[2])).as(what).isLessThan(AT_ONCE);
  }
}
