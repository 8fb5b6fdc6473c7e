package io.stile.desk.web;

import java.time.Instant;
import java.util.List;

/**
 * The request types that what was typed leaves.
 *
 * @param typed what was typed to find one
 * @param from  number of the request that was opened in the same call, or null
 */
record TypeChoice(long customer, String typed, String from, List<Line> types) {

  /** A type, and until when it would be done if it were opened now. */
  record Line(String key, String name, Instant promised) {}

  /** The key of the only one that is left for what was typed, or null. */
  String only() {
    return !typed.isEmpty() && types.size() == 1 ? types.get(0).key() : null;
  }
}
