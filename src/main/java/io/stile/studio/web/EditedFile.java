package io.stile.studio.web;

import io.stile.studio.NamedFinding;
import java.util.List;

/**
 * A form or a decision table as its editor's page shows it.
 *
 * @param model     key of the model that it belongs to
 * @param modelName how people call the model
 * @param name      its name in addresses: {@code reserve-handset}
 * @param id        by which the diagram names it
 * @param path      where it lies
 * @param title     how people call it
 * @param revision of its last save in the draft; 0 as published
 * @param steps     the steps that use it; none if it is left over
 * @param mayEdit   whether whoever looks may change it
 * @param findings  what is wrong with it now
 */
public record EditedFile(String model, String modelName, String name, String id, String path, String title, long revision, List<Step> steps, boolean mayEdit,
    List<NamedFinding> findings) {

  /** A step that uses it. */
  public record Step(String id, String title) {}
}
