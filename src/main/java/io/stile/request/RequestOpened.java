package io.stile.request;

import java.time.Instant;

/**
 * A request was opened.
 *
 * @param number     its number
 * @param owner      sign-in name of its owner
 * @param opener     sign-in name of who opened it
 * @param promisedBy what the customer was promised
 */
public record RequestOpened(String number, String type, String owner, String opener, Instant promisedBy, Instant at) {}
