package io.stile.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a convention found wrong with one thing. */
record Findings(List<String> found) {

  static Findings of(boolean wrong, String finding) {
    return new Findings(new ArrayList<>()).and(wrong, finding);
  }

  Findings and(boolean wrong, String finding) {
    if (wrong) {
      found.add(finding);
    }
    return this;
  }

  Stream<String> stream() {
    return found.stream();
  }
}
