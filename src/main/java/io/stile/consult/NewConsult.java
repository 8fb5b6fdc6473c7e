package io.stile.consult;

import io.stile.work.StepTarget.Target;
import java.time.Instant;

/**
 * A question that somebody asks.
 *
 * @param request  number of the request
 * @param task     id of the live task of that request from which it is asked, or null
 * @param question 1 to 5,000 characters
 * @param due      when the answer is due: later than now, at most {@value AnswerDates#MOST_DAYS} days ahead, while who is asked
 *                 works; null for what {@link AnswerDates#proposed} says
 * @param blocking whether the answer is needed to go on
 * @param by       sign-in name of who asks
 */
public record NewConsult(String request, Long task, Target target, String question, Instant due, boolean blocking,
                         String by) {}
