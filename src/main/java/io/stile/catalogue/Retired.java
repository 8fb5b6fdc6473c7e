package io.stile.catalogue;

import java.time.Instant;

/**
 * That no new request of a type can be opened.
 *
 * @param model key of the type
 * @param by    sign-in name of who retired it
 * @param note  why
 */
public record Retired(String model, String by, Instant at, String note) {}
