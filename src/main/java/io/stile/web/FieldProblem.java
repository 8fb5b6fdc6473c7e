package io.stile.web;

/**
 * What is wrong with one value that somebody sent.
 *
 * @param field its name, in a form the path of the answer: {@code address.street}, {@code items.0.amount}
 * @param message what was expected, in words for the person who typed it
 */
public record FieldProblem(String field, String message) {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_MESSAGE = 1_000;

  /** Both can quote what was sent, which has any length. */
  public FieldProblem {
    field = Problem.shortened(field, LONGEST_NAME);
    message = Problem.shortened(message, LONGEST_MESSAGE);
  }
}
