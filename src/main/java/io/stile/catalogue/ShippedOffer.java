package io.stile.catalogue;

import java.time.Instant;

/**
 * A new shipped version of a model whose owner has published an edit of his own: it waits for his answer.
 *
 * @param digest names the contents, so that an answer is to what was seen
 */
public record ShippedOffer(String model, String digest, Instant offeredAt) {}
