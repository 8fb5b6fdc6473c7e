package io.stile.request;

import java.time.Instant;

/**
 * Somebody logged a contact about a request that was opened before. Published in its transaction.
 *
 * @param owner        sign-in name of its owner; of a request that has ended, the last one
 * @param contact      id of the interaction
 * @param fromCustomer whether the customer came to us
 * @param by           sign-in name of who spoke with the customer; null if nobody did
 * @param said         what was said
 */
public record RequestContacted(String number, String owner, long contact, boolean fromCustomer, String by, String said,
                               Instant at) {}
