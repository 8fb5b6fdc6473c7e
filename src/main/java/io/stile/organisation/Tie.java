package io.stile.organisation;

/**
 * One thing that depends on an employee or a department.
 *
 * @param text what it is, for people: {@code owns SR-1000426, Phone swap}
 * @param href where it can be looked at and moved, from the root; null if nowhere
 */
public record Tie(String text, String href) {
}
