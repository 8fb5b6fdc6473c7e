package io.stile.migration;

import io.stile.engine.ConcurrentChange;
import io.stile.engine.Migrations.CannotMove;
import io.stile.engine.Migrations.Route;
import io.stile.engine.Model;
import io.stile.engine.Models;
import io.stile.engine.UnitOfWork;
import io.stile.migration.MigrationItem.Outcome;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.web.Outage;
import io.stile.work.VersionChange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Works migrations off, one request in one transaction: a node that is killed leaves a request either as it was or moved, and
 * nodes never take the same one. Whoever works on a request at the same instant goes first or second, never halfway.
 */
@Component
class MigrationWork {

  private static final Logger LOG = LoggerFactory.getLogger(MigrationWork.class);

  private final MigrationTable table;
  private final Requests requests;
  private final VersionChange versionChange;
  private final UnsentAnswers unsent;
  private final NeverAsked neverAsked;
  private final AskedFields fields;
  private final Models models;
  private final Journal journal;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  MigrationWork(MigrationTable table, Requests requests, VersionChange versionChange, UnsentAnswers unsent,
      NeverAsked neverAsked, AskedFields fields, Models models, Journal journal, UnitOfWork unitOfWork, Clock clock) {
    this.table = table;
    this.requests = requests;
    this.versionChange = versionChange;
    this.unsent = unsent;
    this.neverAsked = neverAsked;
    this.fields = fields;
    this.models = models;
    this.journal = journal;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** Something kept a request from moving; what was begun was undone, and the reason is still to be written. */
  private static final class Stays extends RuntimeException {

    private final transient MigrationItem item;

    Stays(MigrationItem item, Throwable cause) {
      super(cause);
      this.item = item;
    }
  }

  /**
   * Moves requests until none is left, or somebody was faster twice with one of them.
   *
   * @param most at most so many
   * @return how many had their turn
   */
  int work(int most) {
    int worked = 0;
    try {
      while (worked < most && next()) {
        worked++;
      }
    } catch (ConcurrentChange busy) {
      LOG.debug("A request is worked on; it has its turn later");
    }
    unitOfWork.run(() -> table.endDone(clock.instant()));
    return worked;
  }

  private boolean next() {
    try {
      return unitOfWork.of(() -> table.hold().map(this::move).orElse(false));
    } catch (Stays stays) {
      unitOfWork.run(() -> table.settle(stays.item, Outcome.STAYED, reason(stays), clock.instant()));
      return true;
    }
  }

  private static String reason(Stays stays) {
    if (stays.getCause() instanceof CannotMove hindered) {
      return hindered.getMessage();
    }
    LOG.error("Request {} was not moved by migration {}", stays.item.request(), stays.item.migration(), stays.getCause());
    return "It could not be moved because of a fault in the program; the log of %s says which.".formatted(stays.item.request());
  }

  private boolean move(MigrationItem item) {
    try {
      tryToMove(item);
      return true;
    } catch (ConcurrentChange | TransactionException again) {
      throw again;
    } catch (RuntimeException hindered) {
      if (hindered instanceof TransientDataAccessException || Outage.isCauseOf(hindered)) {
        throw hindered;
      }
      throw new Stays(item, hindered);
    }
  }

  private void tryToMove(MigrationItem item) {
    Migration migration = table.byId(item.migration()).orElseThrow();
    Request request = requests.lock(item.request());
    if (!request.isOpen() || request.onlyPromisesLeft()) {
      table.settle(item, Outcome.STAYED, "Its work ended before its turn came.", clock.instant());
      return;
    }
    if (!request.model().equals(item.from())) {
      table.settle(item, Outcome.STAYED, "It does not follow that version any more.", clock.instant());
      return;
    }
    Route route = table.route(item, migration.target());
    List<String> changes = new ArrayList<>(unsent.notAskedAnyMore(item.request(), request.type(), route));
    Map<String, Object> given = neverAsked.toGive(item.request(), route, migration.given());
    changes.addAll(0, versionChange.follow(request, route, migration.newTargets(), given));
    Model target = models.version(migration.target());
    given.forEach((name, value) -> changes.add("“%s”, which was never asked, is %s".formatted(fields.label(target, name),
        fields.words(target, name, value))));
    Map<String, String> details = new HashMap<>(Map.of("version", String.valueOf(target.number()), "model", target.name()));
    details.put("changes", changes.isEmpty() ? null : String.join("; ", changes));
    journal.add(item.request(), JournalKind.VERSION_CHANGED, null, details);
    table.settle(item, Outcome.MOVED, null, clock.instant());
  }
}
