package io.stile.web;

/**
 * What is wrong with one value that somebody sent.
 *
 * @param field its name, in a form the path of the answer: {@code address.street}, {@code items.0.amount}
 * @param message what was expected, in words for the person who typed it
 */
public record FieldProblem(String field, String message) {}
