package io.stile.promise;

import java.time.Instant;

/**
 * A promise other than a request's own was kept, broken or dropped.
 *
 * @param what      in words
 * @param due       until when it held
 * @param unreached whether nobody was reached, so that the customer is written to
 * @param attempts  how often somebody tried
 * @param words     what was said or done, or why it was not kept; null for none
 * @param by        sign-in name of who settled it, or null if the platform did
 */
public record PromiseSettled(long promise, String request, String what, Instant due, Promise.State state, boolean unreached,
                             int attempts, String words, String by, Instant at) {}
