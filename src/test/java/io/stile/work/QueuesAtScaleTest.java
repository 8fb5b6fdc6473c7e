package io.stile.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A queue with ten thousand tasks. What is measured takes a few milliseconds; the bound leaves room for a busy machine. */
@StileTest
@Transactional
class QueuesAtScaleTest {

  private static final Logger LOG = LoggerFactory.getLogger(QueuesAtScaleTest.class);
  private static final Duration AT_ONCE = Duration.ofMillis(100);

  @Autowired Queues queues;
  @Autowired Requesting people;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void fillTheQueue() {
    Request request = people.phoneSwap();
    jdbc.sql("""
        insert into customer (name, created_at) select 'Customer ' || md5(i::text), now() from generate_series(1, 2000) i""")
        .update();
    jdbc.sql("""
        insert into task (step, request, type, customer, model, process, step_key, name, department, assignee, state,
          created_at, claimed_at, ended_at, due_at, sort_at)
        select 'scale-' || i, :request, case when i % 3 = 0 then 'phone-swap' else 'other' end,
          (select max(id) from customer) - i % 2000, 'none', 'none', 'Row', 'Row', 'quality',
          case when i % 5 > 0 then null else 'quality1' end,
          case when i > 10000 then 'DONE' when i % 5 > 0 then 'OPEN' else 'CLAIMED' end,
          now(), now(), case when i > 10000 then now() end, at, at
        from generate_series(1, 40000) i, lateral (select now() + (i * 7919 % 10000 - 300) * interval '1 minute' as at) due""")
        .param("request", request.number().value()).update();
    jdbc.sql("analyze task, customer").update();
  }

  @Test
  void pagesCountsAndBadgesComeAtOnce() {
    QueueFilter all = QueueFilter.ofDepartment("quality");
    String middle = queues.page(all, null, 200).next();
    for (int i = 0; i < 24; i++) {
      middle = queues.page(all, middle, 200).next();
    }
    String cursor = middle;

    assertThat(queues.count(all).live()).isGreaterThanOrEqualTo(10_000);
    fast("first page", () -> queues.page(all, null, 50));
    fast("page in the middle", () -> queues.page(all, cursor, 50));
    fast("late", () -> queues.page(new QueueFilter("quality", null, null, null, true, false), null, 50));
    fast("unclaimed", () -> queues.page(new QueueFilter("quality", null, null, null, false, true), cursor, 50));
    fast("of a type", () -> queues.page(new QueueFilter("quality", null, "phone-swap", null, false, false), cursor, 50));
    fast("of a customer", () -> queues.page(new QueueFilter("quality", null, null, "abc", false, false), null, 50));
    fast("of a customer who is not there", () -> queues.page(
        new QueueFilter("quality", null, null, "nobody of that name", false, false), null, 50));
    fast("counts", () -> queues.count(all));
    fast("counts of a customer", () -> queues.count(new QueueFilter("quality", null, null, "abc", false, false)));
    fast("badges", () -> queues.countsOf(List.of("quality", "finance")));
    fast("next in queue", () -> queues.nextFor("quality1"));
  }

  /** The page is read along the index of the queue from the cursor on: neither sorted nor read from its beginning. */
  @Test
  void aPageReadsNoMoreRowsThanItShows() {
    String plan = String.join("\n", jdbc.sql("""
        explain (analyze, costs off, timing off, summary off)
        select t.*, c.name, r.type_name from task t join customer c on c.id = t.customer join request r on r.number = t.request
        where t.state in ('OPEN', 'CLAIMED') and t.department = 'quality' and (t.sort_at, t.id) > (now() + interval '3 days', 5)
        order by t.sort_at, t.id limit 51""").query(String.class).list());

    LOG.info("{}", plan);
    assertThat(plan).contains("Index Scan using task_queue on task t (actual rows=51 loops=1)").doesNotContain("Sort");
  }

  private static void fast(String what, Supplier<?> read) {
    read.get();
    long[] times = LongStream.range(0, 7).map(run -> {
      long started = System.nanoTime();
      read.get();
      return System.nanoTime() - started;
    }).sorted().toArray();
    Duration median = Duration.ofNanos(times[times.length / 2]);
    LOG.info("{}: {} µs", what, median.toNanos() / 1000);
    assertThat(median).as(what).isLessThan(AT_ONCE);
  }
}
