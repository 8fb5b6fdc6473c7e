package io.stile.web;

import java.util.List;

/**
 * A part of a list.
 *
 * @param items what the part holds, in the order of the list
 * @param next the cursor with which the part behind it is asked for; null if there is none
 */
public record Part<T>(List<T> items, String next) {

  public Part {
    items = List.copyOf(items);
  }

  /** A list that is short enough to be one part. */
  public static <T> Part<T> whole(List<T> items) {
    return new Part<>(items, null);
  }
}
