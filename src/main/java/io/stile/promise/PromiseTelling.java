package io.stile.promise;

import io.stile.organisation.Absence;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.Requests;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells those who stand above and beside the keeper of a promise what they must know to have it kept. */
@Component
class PromiseTelling {

  private final Keepers keepers;
  private final Requests requests;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PromiseTelling(Keepers keepers, Requests requests, Journal journal,
      ApplicationEventPublisher events, Clock clock) {
    this.keepers = keepers;
    this.requests = requests;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /** A promise was given or moved: if its keeper will be absent when its window begins, that is known today. */
  void look(Promise promise) {
    if (promise.beginsAt().isAfter(clock.instant())) {
      ifAbsent(promise, promise.beginsAt(), "absent-then", "%s will be absent when “%s” is to be kept; take it over in time");
    }
  }

  /** The window of a promise begins: if its keeper is absent now, somebody else must keep it. */
  void atBegin(Promise promise) {
    ifAbsent(promise, clock.instant(), "absent", "%s is absent, and “%s” is to be kept now; take it over");
  }

  private void ifAbsent(Promise promise, Instant at, String what, String words) {
    keepers.absence(promise.keeper(), at).ifPresent(absence -> tell(promise, whoCan(promise, absence), what,
        words.formatted(keepers.nameOf(promise.keeper()), promise.what())));
  }

  private Set<String> whoCan(Promise promise, Absence absence) {
    Set<String> told = new LinkedHashSet<>(List.of(keepers.leadOver(promise.keeper())));
    if (absence.deputy() != null) {
      told.add(absence.deputy());
    }
    return told;
  }

  /** A promise is kept with another request now: its keeper must know, unless it was he who merged them. */
  void moved(Promise promise, String from, String by) {
    if (!promise.keeper().equals(by)) {
      tell(promise, Set.of(promise.keeper()), "moved",
          "%s was merged into %s; “%s” is to be kept there, as it was promised".formatted(from, promise.request(), promise.what()));
    }
  }

  /** Owner and lead hear of it once; if they are one person, he hears it once. */
  void late(Promise promise) {
    tell(promise, ownerAndLead(promise), "late",
        "%s has not kept “%s” in time".formatted(keepers.nameOf(promise.keeper()), promise.what()));
  }

  /** Whoever said that it is broken knows it. */
  void broken(Promise promise, Settlement settlement) {
    Set<String> whom = ownerAndLead(promise);
    whom.remove(settlement.by());
    tell(promise, whom, "broken", "“%s” was not kept: %s".formatted(promise.what(), settlement.words()));
  }

  private Set<String> ownerAndLead(Promise promise) {
    String owner = requests.byNumber(promise.request()).map(Request::owner).orElseThrow();
    return new LinkedHashSet<>(List.of(owner, keepers.leadOver(promise.keeper())));
  }

  private void tell(Promise promise, Set<String> whom, String what, String text) {
    for (String employee : whom) {
      journal.add(promise.request(), JournalKind.TOLD, null, Map.of("whom", employee, "text", text));
      events.publishEvent(new PromiseTold(promise.id(), promise.request(), employee, what, text, clock.instant()));
    }
  }
}
