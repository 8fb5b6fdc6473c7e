package io.stile.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A stretch of real time, {@code from} inclusive, {@code until} exclusive, never empty. */
record Period(Instant from, Instant until) {

  Duration length() {
    return Duration.between(from, until);
  }

  boolean contains(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  /** As {@link #contains}, or the very end: an instant at which something that began inside may run out. */
  boolean containsOrEndsAt(Instant at) {
    return contains(at) || at.equals(until);
  }

  /** The part of this period between two instants; empty if nothing of it lies there. */
  Optional<Period> between(Instant start, Instant end) {
    Instant later = from.isAfter(start) ? from : start;
    Instant earlier = until.isBefore(end) ? until : end;
    return later.isBefore(earlier) ? Optional.of(new Period(later, earlier)) : Optional.empty();
  }
}
