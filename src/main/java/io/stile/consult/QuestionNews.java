package io.stile.consult;

import java.time.Instant;

/**
 * Somebody is to be told of a question: that it is late, that it is not needed any more, that words were added.
 *
 * @param what     a word for what happened; with the question and the instant it names it
 * @param employee sign-in name of who is told
 * @param task     id of the task that it leads to, or null for the request
 */
public record QuestionNews(long consult, String what, String employee, String request, Long task, String text,
                           Instant at) {}
