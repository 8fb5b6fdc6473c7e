package io.stile.request;

import java.time.Instant;

/**
 * Nothing but promises is left of a request: its process reached an end, or the customer withdrew it. It stays open, with its
 * owner.
 *
 * @param withdrawn whether the customer does not want it any more
 */
public record WorkEnded(String number, boolean withdrawn, Instant at) {}
