package io.stile.desk;

import io.stile.catalogue.FormLine;
import java.time.Instant;
import java.util.List;

/**
 * What was answered on one form.
 *
 * @param step  label of the step, or of the request type for the start form
 * @param by    name of who answered
 * @param lines label and value of each field that has one
 */
public record AnswersView(String step, String by, Instant at, List<FormLine> lines) {}
