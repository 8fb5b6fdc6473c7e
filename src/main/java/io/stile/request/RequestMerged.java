package io.stile.request;

import java.time.Instant;

/**
 * A request goes on as another one. Published in its transaction, before it closes.
 *
 * @param number number of the request that ends
 * @param into   number of the one as which it goes on
 * @param by     sign-in name of who merged them
 */
public record RequestMerged(String number, String into, String by, Instant at) {}
