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

  /**
   * How many a part may hold: as many as were asked for, and no more than there are in one part.
   *
   * @throws Refusal if fewer than one was asked for
   */
  public static int most(int limit, int most) {
    if (limit < 1) {
      throw Refusal.invalid("limit", "'%d' is out of range; expected 1 to %d.".formatted(limit, most));
    }
    return Math.min(limit, most);
  }

  /** A list that is short enough to be one part. */
  public static <T> Part<T> whole(List<T> items) {
    return new Part<>(items, null);
  }
}
