package io.stile.studio.web;

import io.stile.studio.StudioModel;
import java.util.List;

/**
 * A model as its page shows it.
 *
 * @param line     as the list shows it
 * @param mayEdit  whether the viewer may change it
 * @param promise  what customers are promised, in words; null if it is no request type, or never published
 * @param files    its files as they stand now, the diagram first
 * @param steps    the steps for people as they stand now
 * @param versions newest first
 * @param drawn    whether there is a diagram that can be shown
 * @param shipped  whether the program brings this model
 */
record ModelSheet(ListedModel line, boolean mayEdit, String promise, List<FileLine> files, List<StepLine> steps, List<VersionLine> versions,
                  boolean drawn, boolean shipped) {

  public StudioModel model() {
    return line.model();
  }

  /** How many requests run on any version. */
  public int running() {
    return versions.stream().mapToInt(VersionLine::running).sum();
  }

  /** Files of the draft that differ from what is published. */
  public List<FileLine> changed() {
    return files.stream().filter(file -> file.change() != null).toList();
  }
}
