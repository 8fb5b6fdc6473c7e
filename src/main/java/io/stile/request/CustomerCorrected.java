package io.stile.request;

import java.time.Instant;

/**
 * A request was opened for the wrong customer, and is the right one's now.
 *
 * @param wrong id of the customer who had it
 * @param right id of the customer who has it now
 * @param by    sign-in name of who corrected it
 */
public record CustomerCorrected(String number, long wrong, long right, String by, Instant at) {}
