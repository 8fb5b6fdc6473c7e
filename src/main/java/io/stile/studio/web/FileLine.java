package io.stile.studio.web;

import io.stile.gate.Kind;
import io.stile.studio.Differences;
import io.stile.studio.DraftFile;

/**
 * A file of a model on its page.
 *
 * @param href    where it is edited, from the root
 * @param change  {@code added}, {@code changed}, {@code removed} in the draft; null if it is as published
 * @param saved   its last save in the draft; null if it is as published
 * @param savedBy name of who saved it; null if it is as published
 */
record FileLine(String path, Kind kind, String href, String change, DraftFile saved, String savedBy) {

  /** What it is called in the list. */
  public String title() {
    return Differences.title(kind, path);
  }

  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
  }

  /** Where a file of a model is edited. */
  static String editor(String model, String path) {
    return Kind.ofFile(path).map(kind -> switch (kind) {
      case BPMN -> "/studio/%s/diagram".formatted(model);
      case DMN -> "/studio/%s/decisions/%s".formatted(model, name(path));
      case FORM -> "/studio/%s/forms/%s".formatted(model, name(path));
    }).orElse("/studio/" + model);
  }
}
