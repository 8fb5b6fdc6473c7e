package io.stile.promise;

import java.time.Instant;

/**
 * That a promise was moved to a new time.
 *
 * @param by     sign-in name of who agreed it; null for those from before it was kept
 * @param before until when it held before
 * @param due    until when it held then
 * @param reason why, in words that the customer can read
 */
public record Renewal(int renewal, Instant at, String by, Instant before, Instant due, String reason) {}
