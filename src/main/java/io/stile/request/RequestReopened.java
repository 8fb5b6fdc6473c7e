package io.stile.request;

import java.time.Instant;

/**
 * A closed request was opened again. Published in its transaction.
 *
 * @param owner      sign-in name of who is accountable for it now
 * @param by         sign-in name of who opened it again
 * @param promisedBy until when its customer is promised that it is settled
 * @param reason     what the customer said
 */
public record RequestReopened(String number, String owner, String by, Instant promisedBy, String reason, Instant at) {}
