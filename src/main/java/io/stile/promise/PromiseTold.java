package io.stile.promise;

import java.time.Instant;

/**
 * An employee is to be told something about a promise.
 *
 * @param employee sign-in name of who is told
 * @param what     why; with promise and instant it names what happened
 */
public record PromiseTold(long promise, String request, String employee, String what, String text, Instant at) {}
