package io.stile.web;

/**
 * A count beside the menu entry with the same {@code href}; {@value #NOTICES} is the bell.
 *
 * @param hot whether it asks for attention now, for example because something is late
 */
public record Badge(String href, int count, boolean hot) {

  /** The bell in the top bar: unread notices. */
  public static final String NOTICES = "/notices";
}
