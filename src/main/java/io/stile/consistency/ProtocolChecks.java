package io.stile.consistency;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Compares what protocols are about with the processes of the engine. */
@Component
@Order(6)
class ProtocolChecks implements Checks {

  @Override
  public List<Check> checks() {
    return List.of(
        new ProtocolCheck("goodwill-decided", "Each open proposal of goodwill is decided about in one process, and no other is.",
            "goodwill", "goodwill", "select id::text, request from goodwill_proposal where state = 'OPEN'"),
        new ProtocolCheck("reopened-run", "Each request that is open again runs as one process about its last opening, and no other does.",
            "reopened", "opening", "select id::text, request from reopening where ended_at is null"),
        new ProtocolCheck("conversations-offered", "Each open warm hand-over has one process, and no other has.",
            "warm-hand-over", "warm hand-over", "select id::text, request from warm_hand_over where state = 'OPEN'"));
  }
}
