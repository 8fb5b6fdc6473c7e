package io.stile.request;

import java.time.Instant;

/**
 * That a closed request was opened again.
 *
 * @param request  its number
 * @param closedAt when it had ended before; from then until {@code at} nobody owned it, and no clock of it ran
 * @param outcome  how it had ended before
 * @param at       when it was opened again
 * @param by       sign-in name of who opened it again
 * @param reason   what the customer said
 */
public record Reopening(long id, String request, Instant closedAt, String outcome, Instant at, String by, String reason) {}
