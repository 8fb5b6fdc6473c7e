package io.stile.consult;

import java.time.Instant;
import java.util.List;

/**
 * A question was answered.
 *
 * @param task   id of the task from which it was asked, or null
 * @param tell   sign-in names of who hears of it: asker, owner and who does the task, without who answered
 * @param by     sign-in name of who answered
 * @param asked  name of who was asked
 * @param answer the beginning of it, for one line
 */
public record QuestionAnswered(long consult, String request, Long task, List<String> tell, String by, String asked,
                               String answer, Instant at) {}
