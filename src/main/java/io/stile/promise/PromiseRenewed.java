package io.stile.promise;

import java.time.Instant;

/**
 * A promise was moved to what was agreed with the customer.
 *
 * @param promise its id
 * @param renewal how often it has been renewed, this time included; with the id it names this renewal
 * @param before  until when it held before
 * @param due     until when it holds now
 * @param reason  why, in words that the customer can read
 * @param by      sign-in name of who agreed it
 */
public record PromiseRenewed(long promise, int renewal, String request, Instant before, Instant due, String reason,
                             String by, Instant at) {}
