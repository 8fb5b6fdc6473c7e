package io.stile.work;

/**
 * How often a step was returned between two departments.
 *
 * @param type key of the request type
 * @param step key of the step in the model
 * @param name of the step, verb and object
 * @param from key of the department that returned it, or null for the owner
 * @param to   key of the department to which it was returned, or null for the owner
 */
public record ReturnCount(String type, String step, String name, String from, String to, int returns) {}
