package io.stile.request;

import java.time.Instant;

/**
 * A request ended.
 *
 * @param withdrawn whether the customer did not want it any more
 * @param outcome   name of the end event, or the reason of the withdrawal
 */
public record RequestClosed(String number, String owner, boolean withdrawn, String outcome, Instant at) {}
