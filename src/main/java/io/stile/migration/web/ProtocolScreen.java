package io.stile.migration.web;

import io.stile.engine.Model;
import java.util.List;

/**
 * The page of a protocol of which some run: they finish on their version, and the page says why.
 *
 * @param model the newest version
 * @param lines the versions on which some run, and the newest one, the newest first
 */
record ProtocolScreen(Model model, List<Line> lines) {

  /** How many run on a version. */
  record Line(int number, int running) {}

  /** Whether some run on an older version than the newest. */
  public boolean anyOld() {
    return lines.stream().anyMatch(line -> line.number() != model.number());
  }
}
