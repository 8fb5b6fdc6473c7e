package io.stile.consult;

import io.stile.work.StepTarget.Target;
import java.time.Instant;

/**
 * What was said about a question after it was asked.
 *
 * @param by       sign-in name of who said it
 * @param handedTo to whom the question was handed on with these words, or null if they only add to it
 */
public record ConsultWord(long consult, Instant at, String by, String words, Target handedTo) {}
