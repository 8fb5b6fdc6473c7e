package io.stile.grant;

import java.time.Instant;

/**
 * Somebody decided about goodwill that another one had proposed.
 *
 * @param proposal id of the proposal; with it the event names what happened once
 * @param tell     sign-in name of the proposer
 * @param by       sign-in name of who decided
 * @param granted  whether it was approved, and granted with that
 * @param words    what the decider said, or null
 */
public record GoodwillDecided(long proposal, String request, String tell, String by, Money amount, boolean granted,
                              String words, Instant at) {}
