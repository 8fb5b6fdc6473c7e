package io.stile.catalogue;

import io.stile.catalogue.Publication.Source;
import io.stile.engine.ModelVersion;
import io.stile.gate.Bundle;
import java.util.Set;

/**
 * What somebody wants to be published.
 *
 * @param bundle   all files of the next version
 * @param source   where they came from
 * @param author   sign-in name of whoever publishes
 * @param drawnBy  sign-in names of everybody who saved something of it; none of them can be the second person
 * @param note     why, for the people who read the list of versions
 * @param basedOn  the version that was newest when the change was begun; null if none was published
 * @param drafted  whether it is the draft of the model, which is then closed
 */
public record NewPublication(Bundle bundle, Source source, String author, Set<String> drawnBy, String note, ModelVersion basedOn, boolean drafted) {

  /** The longest note, in characters. */
  public static final int LONGEST_NOTE = 500;

  public NewPublication {
    drawnBy = Set.copyOf(drawnBy);
    note = note == null ? "" : note.strip();
  }

  String model() {
    return bundle.key();
  }
}
