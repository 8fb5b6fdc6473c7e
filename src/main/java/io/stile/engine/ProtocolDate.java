package io.stile.engine;

import java.time.Instant;

/**
 * An instant that the timers and steps of a protocol may name, {@code promiseDue}: until when the promise holds that is
 * watched. Implemented by whoever keeps what the protocol is about; a bean for each name.
 */
public interface ProtocolDate {

  /** The name that models use; no form and no decision may use it. */
  String name();

  /**
   * The instant, as it stands now.
   *
   * @param subject what the protocol is about, as its process was given it
   * @throws IllegalArgumentException if there is no such thing, or the instant is not known for it
   */
  Instant of(String subject);
}
