package io.stile.consistency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What all checks came to, in one snapshot of the database.
 *
 * @param at       the instant of the snapshot
 * @param took     how long it took to look
 * @param checks   all of them, in a fixed order
 * @param findings the first of each check, in the order of the checks
 */
public record ConsistencyReport(Instant at, Duration took, List<CheckResult> checks, List<Finding> findings) {

  public ConsistencyReport {
    checks = List.copyOf(checks);
    findings = List.copyOf(findings);
  }

  /** Whether nothing was found. */
  public boolean consistent() {
    return total() == 0;
  }

  /** How many findings there are, those included that are not listed. */
  public long total() {
    return checks.stream().mapToLong(CheckResult::findings).sum();
  }
}
