package io.stile.promise;

import java.time.Instant;

/**
 * A try to keep a promise that reached nobody.
 *
 * @param by    sign-in name of who tried
 * @param phone the number that was tried, in E.164; null if it was no call
 * @param note  what happened: "no answer"
 */
public record Attempt(long id, long promise, Instant at, String by, String phone, String note) {}
