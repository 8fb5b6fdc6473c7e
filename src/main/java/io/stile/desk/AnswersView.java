package io.stile.desk;

import io.stile.form.FormLine;
import io.stile.request.Answers.Answer;
import java.time.Instant;
import java.util.List;

/**
 * What was answered on one form.
 *
 * @param answer the answers as they are kept
 * @param step  label of the step, or of the request type for the start form
 * @param by    name of who answered
 * @param lines label and value of each field that has one
 */
public record AnswersView(Answer answer, String step, String by, Instant at, List<FormLine> lines) {}
