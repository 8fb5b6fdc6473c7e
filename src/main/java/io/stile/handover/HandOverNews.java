package io.stile.handover;

import java.time.Instant;

/**
 * Somebody is to be told of a hand-over.
 *
 * @param handOver its id
 * @param what     what happened, a word; with the id it names this piece of news
 * @param employee sign-in name of who is told
 * @param task     id of the task in which he answers; null if there is nothing for him to do
 * @param text     a sentence without its full stop
 */
public record HandOverNews(long handOver, String what, String employee, String request, Long task, String text, Instant at) {}
