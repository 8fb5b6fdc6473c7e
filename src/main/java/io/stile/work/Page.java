package io.stile.work;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next the cursor with which the part behind it is asked for, or null if there is none
 */
public record Page<T>(List<T> items, String next) {

  /** The page that the items make when one more than {@code limit} was read, to see whether there is more. */
  static <T> Page<T> of(List<T> read, int limit, Function<T, Cursor> place) {
    if (read.size() <= limit) {
      return new Page<>(read, null);
    }
    List<T> items = read.subList(0, limit);
    return new Page<>(List.copyOf(items), place.apply(items.get(limit - 1)).text());
  }
}
