package io.stile.gate.web;

import io.stile.gate.AuditedModel;
import io.stile.gate.ModelAudit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same for programs, such as those that watch over the service. */
@RestController
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class ModelAuditResource {

  private final ModelAudit audit;
  private final Clock clock;

  ModelAuditResource(ModelAudit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param clean whether the gate would let everything through
   * @param at when it was looked at
   * @param checked how many versions were looked at: every newest one, and every other on which something runs
   * @param findings what the gate would refuse
   */
  record Audited(boolean clean, Instant at, int checked, List<AuditLine> findings) {}

  /** Says what the gate would refuse of what is published already. Changes nothing; takes some hundredths of a second for each version. */
  @GetMapping("/api/v1/admin/model-audit")
  Audited audit() {
    List<AuditedModel> audited = audit.audit();
    List<AuditLine> lines = audited.stream().flatMap(model -> AuditLine.of(model).stream()).toList();
    return new Audited(lines.isEmpty(), clock.instant(), audited.size(), lines);
  }
}
