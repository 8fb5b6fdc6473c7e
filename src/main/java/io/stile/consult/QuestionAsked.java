package io.stile.consult;

import java.time.Instant;

/**
 * A question reached one employee.
 *
 * @param task     id of the task to answer it
 * @param employee sign-in name of who is asked
 * @param asker    sign-in name of who asked
 * @param question the beginning of it, for one line
 */
public record QuestionAsked(long consult, String request, long task, String employee, String asker, String question,
                            Instant at) {}
