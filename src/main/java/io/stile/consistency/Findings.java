package io.stile.consistency;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Takes what a check finds: keeps the first and counts the rest, so that a broken table makes no endless answer. */
final class Findings {

  private final String check;
  private final int kept;
  private final List<Finding> first = new ArrayList<>();
  private long count;

  /** @param kept how many are kept */
  Findings(String check, int kept) {
    this.check = check;
    this.kept = kept;
  }

  /** @param request number of the request that it concerns; null if it concerns none */
  void add(String request, String about, Object expected, Object found) {
    count++;
    if (first.size() < kept) {
      first.add(new Finding(check, request, about, String.valueOf(expected), String.valueOf(found)));
    }
  }

  /** Adds a finding unless both are equal. */
  void compare(String request, String about, Object expected, Object found) {
    if (!Objects.equals(expected, found)) {
      add(request, about, expected, found);
    }
  }

  List<Finding> first() {
    return List.copyOf(first);
  }

  long count() {
    return count;
  }
}
