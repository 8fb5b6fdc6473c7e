package io.stile.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where failed attempts to sign in are counted, for all nodes together. One module implements it. */
public interface SignInAttempts {

  /** Until when one of the limits makes an attempt wait; empty if none does. Nothing is counted. */
  Optional<Instant> blockedUntil(List<SignInLimit> limits, Instant at);

  /**
   * Counts an attempt as failed before it is made, so that many at the same instant are counted, too.
   *
   * @return until when it must wait; it is not counted then. Empty if it may be made
   */
  Optional<Instant> begin(List<SignInLimit> limits, Instant at);

  /** An attempt that was begun has succeeded: for its account the count begins anew, for its address it was none. */
  void succeeded(List<SignInLimit> limits);
}
