package io.stile.consistency.web;

import io.stile.consistency.CheckResult;
import io.stile.consistency.Consistency;
import io.stile.consistency.ConsistencyReport;
import io.stile.consistency.Finding;
import java.time.Instant;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The check for programs, such as those that watch over the service. */
@RestController
@PreAuthorize("hasRole('ADMINISTRATOR')")
class ConsistencyResource {

  private final Consistency consistency;

  ConsistencyResource(Consistency consistency) {
    this.consistency = consistency;
  }

  /**
   * What all checks came to.
   *
   * @param consistent whether nothing was found
   * @param at the instant of the snapshot that was looked at
   * @param tookMs how long it took to look, in milliseconds
   * @param checks what was looked at, and what it came to
   * @param findings what does not agree; at most 20 of each check
   */
  record Report(boolean consistent, Instant at, long tookMs, List<CheckResult> checks, List<Finding> findings) {}

  /** Checks that our tables and the engine's agree; writes nothing and can take seconds. */
  @GetMapping("/api/v1/admin/consistency")
  Report check() {
    ConsistencyReport report = consistency.check();
    return new Report(report.consistent(), report.at(), report.took().toMillis(), report.checks(), report.findings());
  }
}
