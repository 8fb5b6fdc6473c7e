package io.stile.consistency;

import io.stile.engine.Inventory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks that our tables and the engine's agree, while people go on working: everything is read in one snapshot, in which
 * no work is half done.
 */
@Service
public class Consistency {

  /** How many findings of one check are listed. */
  public static final int LISTED = 20;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<Checks> sources;
  private final Inventory engine;
  private final JdbcClient jdbc;
  private final TransactionTemplate snapshot;
  private final Clock clock;

  Consistency(List<Checks> sources, Inventory engine, JdbcClient jdbc, PlatformTransactionManager transactions,
      Clock clock) {
    this.sources = sources;
    this.engine = engine;
    this.jdbc = jdbc;
    this.clock = clock;
    snapshot = new TransactionTemplate(transactions);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
    snapshot.setTimeout((int) PATIENCE.toSeconds());
  }

  /** Runs all checks; one at a time on a node, because each reads every open row. */
  public ConsistencyReport check() {
    return check(LISTED);
  }

  synchronized ConsistencyReport check(int listed) {
    long began = System.nanoTime();
    ConsistencyReport report = snapshot.execute(status -> look(listed));
    return new ConsistencyReport(report.at(), Duration.ofNanos(System.nanoTime() - began), report.checks(),
        report.findings());
  }

  private ConsistencyReport look(int listed) {
    Snapshot taken = Snapshot.take(jdbc, engine, clock.instant());
    List<CheckResult> results = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    sources.stream().flatMap(source -> source.checks().stream()).forEach(check -> {
      Findings found = new Findings(check.name(), listed);
      long compared = check.run(taken, found);
      results.add(new CheckResult(check.name(), check.expects(), compared, found.count()));
      findings.addAll(found.first());
    });
    return new ConsistencyReport(taken.at(), Duration.ZERO, results, findings);
  }
}
