package io.stile.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.engine.EngineTime;
import io.stile.engine.Processes;
import io.stile.handover.HandOvers;
import io.stile.promise.Keeping;
import io.stile.request.Closing;
import io.stile.request.Merging;
import io.stile.request.Reopenings;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.TakeBack;
import io.stile.work.Waits;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of the consistency check share: something is broken, and just one check finds it. */
@StileTest
@Transactional
abstract class Breakage {

  static final int ALL = 1_000_000;
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Autowired Consistency consistency;
  @Autowired Requesting people;
  @Autowired Closing closing;
  @Autowired EngineTime engine;
  @Autowired TestClock clock;
  @Autowired Processes processes;
  @Autowired HandOvers handOvers;
  @Autowired Waits waits;
  @Autowired Keeping keeping;
  @Autowired TakeBack takeBack;
  @Autowired TransactionTemplate transaction;
  @Autowired Merging merging;
  @Autowired Reopenings reopenings;
  @Autowired JdbcClient jdbc;

  List<Finding> findings(Request request) {
    return consistency.check(ALL).findings().stream()
        .filter(finding -> request.number().value().equals(finding.request())).toList();
  }

  /** Changes something and expects that just this check finds it. */
  void expectFound(String check, Request request, String sql, Object... parameters) {
    assertThat(findings(request)).as("before").isEmpty();
    assertThat(jdbc.sql(sql).params(parameters).update()).as(sql).isPositive();
    assertThat(findings(request)).extracting(Finding::check).containsOnly(check);
  }

  long task(Request request, String step) {
    return people.task(request, step).id();
  }

  /** A time at which the front office is open. */
  Instant wednesday() {
    return clock.now().atZone(BERLIN).toLocalDate().with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY)).atTime(10, 0).atZone(BERLIN)
        .toInstant();
  }

  String number(Request request) {
    return request.number().value();
  }

  Request swapWithPlanAgreed() {
    Request request = people.phoneSwap();
    people.complete(request, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    return request;
  }
}
