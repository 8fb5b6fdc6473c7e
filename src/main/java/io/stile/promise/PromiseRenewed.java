package io.stile.promise;

import java.time.Instant;

/**
 * A promise was moved to what was agreed with the customer.
 *
 * @param promise its id
 * @param what    in words; null for the promise that the whole request will be done
 * @param renewal how often it has been renewed, this time included; with the id it names this renewal
 * @param before  until when it held before
 * @param from    not before; null if any time until then is right
 * @param due     until when it holds now
 * @param reason  why, in words that the customer can read
 * @param by      sign-in name of who agreed it
 */
public record PromiseRenewed(long promise, String what, int renewal, String request, Instant before, Instant from,
                             Instant due, String reason, String by, Instant at) {}
