package io.stile.audit;

/**
 * What was changed.
 *
 * @param kind what kind of thing it is, in the words of the pages: {@code employee}, {@code calendar}
 * @param key what identifies it among its kind
 * @param name what people call it at this time
 */
public record Subject(String kind, String key, String name) {
}
