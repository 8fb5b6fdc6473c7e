package io.stile.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stile.customer.Customer;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StileTest
class QueuesTest {

  private static final String TYPE = "list-test";
  private static final QueueFilter LISTED = new QueueFilter("quality", null, TYPE, null, false, false);

  @Autowired Queues queues;
  @Autowired Claims claims;
  @Autowired TaskTable tasks;
  @Autowired JdbcClient jdbc;
  @Autowired Requesting people;
  @Autowired TestClock time;

  private WorkRows rows;

  @BeforeEach
  void begin() {
    rows = new WorkRows(tasks, jdbc, people.phoneSwap(), TYPE);
  }

  @AfterEach
  void leaveNothingInTheQueue() {
    rows.removeAll();
  }

  /** While somebody turns pages, rows come before and behind his place and go; what was there all the time comes exactly once. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void turningPagesNeitherRepeatsNorSkipsARowWhateverComesAndGoes(long seed) {
    Random random = new Random(seed);
    Set<Long> lasting = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      lasting.add(rows.open("quality", due(random)));
    }
    List<Long> fleeting = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      fleeting.add(rows.open("quality", due(random)));
    }

    List<Task> turned = new ArrayList<>();
    String cursor = null;
    do {
      Page<QueueItem> page = queues.page(LISTED, cursor, 1 + random.nextInt(9));
      page.items().forEach(item -> turned.add(item.task()));
      cursor = page.next();
      rows.open("quality", due(random));
      if (!fleeting.isEmpty()) {
        rows.remove(fleeting.remove(random.nextInt(fleeting.size())));
      }
    } while (cursor != null && turned.size() < 1000);

    assertThat(turned).extracting(Task::id).doesNotHaveDuplicates().containsAll(lasting);
    assertThat(turned).isSortedAccordingTo((one, other) -> {
      int byDue = sortAt(one).compareTo(sortAt(other));
      return byDue != 0 ? byDue : Long.compare(one.id(), other.id());
    });
  }

  /** Many are due at the same instant, and some never. */
  private Instant due(Random random) {
    return random.nextInt(8) == 0 ? null : time.now().plus(Duration.ofHours(random.nextInt(-6, 6)));
  }

  private static Instant sortAt(Task task) {
    return task.dueAt() == null ? TaskTable.END_OF_TIME : task.dueAt();
  }

  @Test
  void narrowsByLateAndUnclaimedAndCountsTheSame() {
    long late = rows.open("quality", time.now());
    long lateAndClaimed = rows.open("quality", time.now().minusMillis(1));
    rows.open("quality", time.now().plusMillis(1));
    rows.open("quality", null);
    claims.claim(lateAndClaimed, "quality1");

    assertThat(ids(new QueueFilter("quality", null, TYPE, null, true, false))).containsExactly(lateAndClaimed, late);
    assertThat(ids(new QueueFilter("quality", null, TYPE, null, true, true))).containsExactly(late);
    assertThat(ids(new QueueFilter(null, "quality1", TYPE, null, false, false))).containsExactly(lateAndClaimed);
    assertThat(queues.count(LISTED)).isEqualTo(new Queues.Count(4, 2, 0));
    assertThat(queues.count(new QueueFilter("quality", null, TYPE, null, false, true))).isEqualTo(new Queues.Count(3, 1, 0));
  }

  @Test
  void narrowsByAnyPartOfTheCustomersNameHoweverItIsWritten() {
    Customer tess = people.customerInGoodStanding();
    long task = rows.open("quality", null);

    assertThat(ids(new QueueFilter("quality", null, TYPE, "SS Tri", false, false))).contains(task);
    assertThat(ids(new QueueFilter("quality", null, TYPE, "Tëss", false, false))).contains(task);
    assertThat(ids(new QueueFilter("quality", null, TYPE, "T%l", false, false))).isEmpty();
    assertThat(queues.count(new QueueFilter("quality", null, TYPE, tess.name(), false, false)).live()).isEqualTo(1);
  }

  @Test
  void countsTheQueuesOfSeveralDepartmentsAtOnce() {
    Queues.Count before = queues.countsOf(List.of("quality")).getOrDefault("quality", Queues.Count.NONE);
    rows.open("quality", time.now());
    rows.open("quality", null);

    assertThat(queues.countsOf(List.of("quality", "finance")).get("quality"))
        .isEqualTo(new Queues.Count(before.live() + 2, before.late() + 1, before.waiting()));
    assertThat(queues.countsOf(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1", "1-", "-1-1", "1-1-1", "999999999999999999999-1", "1-9999999999999999999", "1-1'"})
  void refusesACursorThatItDidNotGive(String cursor) {
    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> queues.page(LISTED, cursor, 10))
        .withMessageContaining(cursor).satisfies(refused -> assertThat(refused.kind()).isEqualTo(TaskRefused.Kind.INVALID));
  }

  private List<Long> ids(QueueFilter filter) {
    return queues.page(filter, null, 100).items().stream().map(item -> item.task().id()).toList();
  }
}
