package io.stile.studio;

/**
 * What a new request type begins with.
 *
 * @param key      its id for good: small letters, digits and hyphens
 * @param name     what people call it
 * @param owner    sign-in name of its process owner
 * @param promise  what customers are promised, as models write it: {@code P2D}
 * @param calendar key of the calendar that the promise counts in
 * @param first    key of the department that begins; null if the template has no department
 * @param second   key of the department that works beside or after it; null if the template has none
 */
public record NewType(String key, String name, String owner, String promise, String calendar, String first, String second) {}
