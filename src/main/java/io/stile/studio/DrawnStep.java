package io.stile.studio;

/**
 * A step for people as a diagram draws it, whether or not it could be published.
 *
 * @param id     of the element
 * @param name   verb and object; empty if it has none
 * @param group  key of a department or a role word; empty if it has none
 * @param target as the model writes it; empty if it has none
 * @param text   what to do; may be empty
 */
public record DrawnStep(String id, String name, String group, String target, String text) {}
