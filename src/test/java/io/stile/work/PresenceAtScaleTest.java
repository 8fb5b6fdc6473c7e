package io.stile.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.organisation.Presence;
import io.stile.organisation.Presences;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Who can be reached, in a company of ten thousand with long queues. The bounds leave room for a busy machine. */
@StileTest
@Transactional
class PresenceAtScaleTest {

  private static final Logger LOG = LoggerFactory.getLogger(PresenceAtScaleTest.class);

  @Autowired Presences presences;
  @Autowired Requesting people;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void fillTheCompany() {
    Request request = people.phoneSwap();
    jdbc.sql("""
        insert into employee (sign_in, name, password_hash, zone) select 'scale' || i, 'Person ' || md5(i::text), 'none', 'Europe/Berlin'
        from generate_series(1, 10000) i""").update();
    jdbc.sql("""
        insert into department (key, name, lead, calendar) select 'scale-' || i, 'Scale ' || i, 'scale1', 'front-office'
        from generate_series(1, 30) i""").update();
    jdbc.sql("insert into membership (department, employee) select 'scale-' || (1 + i % 30), 'scale' || i from generate_series(1, 10000) i")
        .update();
    jdbc.sql("""
        insert into task (step, request, type, customer, model, process, step_key, name, department, assignee, state,
          created_at, claimed_at, picked_up_at, ended_at, due_at, sort_at)
        select 'presence-' || i, :request, 'other', (select max(id) from customer), 'none', 'none', 'Row', 'Row', 'scale-' || (1 + i % 30),
          case when i % 2 = 0 then 'scale1' end, case when i % 2 = 0 then 'DONE' else 'OPEN' end, at - interval '20 minutes',
          case when i % 2 = 0 then at end, case when i % 2 = 0 then at end, case when i % 2 = 0 then at end, at, at
        from generate_series(1, 40000) i, lateral (select :now::timestamptz - (i % 30000) * interval '1 minute' as at) due""")
        .param("request", request.number().value()).param("now", Timestamp.from(request.openedAt())).update();
    jdbc.sql("analyze task, employee, membership").update();
  }

  @Test
  void saysAtOnceWhoIsThereAndHowFastWorkIsTaken() {
    Presence one = fast("one department", Duration.ofMillis(250), () -> presences.of("scale-1").orElseThrow());

    assertThat(one.members()).hasSizeGreaterThan(300);
    assertThat(one.queue().taken()).isEqualTo(200);
    assertThat(one.queue().usual()).isNotNull();
    fast("all departments", Duration.ofMillis(1_500), presences::all);
  }

  private <T> T fast(String what, Duration atMost, Supplier<T> work) {
    T result = work.get();
    long fastest = LongStream.range(0, 5).map(i -> {
      long began = System.nanoTime();
      work.get();
      return System.nanoTime() - began;
    }).min().orElseThrow();
    LOG.warn("{}: {} ms", what, fastest / 1_000_000);
    assertThat(Duration.ofNanos(fastest)).as(what).isLessThan(atMost);
    return result;
  }
}
