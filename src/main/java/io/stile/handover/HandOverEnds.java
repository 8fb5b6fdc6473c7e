package io.stile.handover;

import io.stile.engine.CaseKey;
import io.stile.engine.Processes;
import io.stile.handover.HandOver.State;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.OwnerChanged;
import io.stile.request.RequestClosed;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends offers that nobody answers any more; their processes end with them, in the same transaction. */
@Component
class HandOverEnds {

  private static final String OVER = "hand-over.over";

  private final HandOverTable table;
  private final Journal journal;
  private final Processes processes;
  private final News news;
  private final Clock clock;

  HandOverEnds(HandOverTable table, Journal journal, Processes processes, News news, Clock clock) {
    this.table = table;
    this.journal = journal;
    this.processes = processes;
    this.news = news;
    this.clock = clock;
  }

  @EventListener
  void on(RequestClosed closed) {
    table.openOf(closed.number()).ifPresent(open -> end(open, State.LAPSED, null, "the request has ended"));
  }

  /** Not if it changed because the offer was accepted: then it is not open any more. */
  @EventListener
  void on(OwnerChanged changed) {
    table.openOf(changed.number()).ifPresent(open -> end(open, State.LAPSED, null, "the request has got another owner meanwhile"));
  }

  /**
   * Ends an open offer without an answer. Joins the caller's transaction, which holds the request.
   *
   * @param by  sign-in name of who takes it back; null if it ends by itself
   * @param why if it ends by itself; else null
   */
  void end(HandOver open, State state, String by, String why) {
    table.end(open.id(), state, by, why, clock.instant());
    if (state == State.WITHDRAWN) {
      journal.add(open.request(), JournalKind.HAND_OVER_WITHDRAWN, by, Map.of("to", open.answerer()));
    } else {
      journal.add(open.request(), JournalKind.HAND_OVER_LAPSED, null, Map.of("to", open.answerer(), "why", why));
    }
    int told = processes.tell(OVER, new CaseKey(open.request()), Map.of("subject", String.valueOf(open.id())), Map.of());
    if (told != 1) {
      throw new IllegalStateException("%d processes heard that hand-over %d is over, expected one".formatted(told, open.id()));
    }
    news.ended(table.byId(open.id()).orElseThrow());
  }
}
