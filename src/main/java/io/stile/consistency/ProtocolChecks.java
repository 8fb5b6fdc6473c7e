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
        new ProtocolCheck("hand-overs-run", "Each open hand-over has one process, and no other has.",
            "hand-over", "hand-over", "select id::text, request from hand_over where state = 'OPEN'"),
        new SqlCheck("hand-overs-of-owners", "What is offered is open, and its owner is the one who offers it, or for whom it is offered.",
            "hand_over where state = 'OPEN'", """
            select h.request, 'hand-over ' || h.id as about, 'an open request of ' || h.giver as expected,
              lower(r.state) || ', owned by ' || r.owner as found
            from hand_over h join request r on r.number = h.request
            where h.state = 'OPEN' and (r.state <> 'OPEN' or r.owner <> h.giver)"""),
        new ProtocolCheck("goodwill-decided", "Each open proposal of goodwill is decided about in one process, and no other is.",
            "goodwill", "goodwill", "select id::text, request from goodwill_proposal where state = 'OPEN'"),
        new ProtocolCheck("reopened-run", "Each request that is open again runs as one process about its last opening, and no other does.",
            "reopened", "opening", "select id::text, request from reopening where ended_at is null"),
        new ProtocolCheck("conversations-offered", "Each open warm hand-over has one process, and no other has.",
            "warm-hand-over", "warm hand-over", "select id::text, request from warm_hand_over where state = 'OPEN'"));
  }
}
