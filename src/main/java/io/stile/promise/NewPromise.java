package io.stile.promise;

import java.time.Instant;

/**
 * A promise as it is given; {@link Keeping} checks it.
 *
 * @param request  number of the request that it belongs to
 * @param what     in words: "call back about the invoice"
 * @param from     not before; null if any time until then is right
 * @param until    by when, inclusive
 * @param phone    under which number, in any way of writing; null or blank for none
 * @param promiser sign-in name of who gives it
 */
public record NewPromise(String request, String what, Instant from, Instant until, String phone, String promiser) {}
