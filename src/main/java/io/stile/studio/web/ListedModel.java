package io.stile.studio.web;

import io.stile.studio.DraftFile;
import io.stile.studio.StudioModel;
import java.time.Instant;

/**
 * A model in the list, with names of people.
 *
 * @param owner     name of its process owner; null if it has none
 * @param by        name of whoever changed it last; null for the program
 * @param note      what was said about the newest version; empty if nothing is known
 * @param draftedBy name of whoever saved in the draft last; null if there is none
 */
record ListedModel(StudioModel model, String owner, String by, String note, String draftedBy) {

  static ListedModel of(StudioModel model, People people) {
    String drafted = model.draft() == null ? null : people.employee(model.draft().last().savedBy());
    return new ListedModel(model, people.employee(model.owner()), model.last() == null ? null : people.employee(model.last().author()),
        model.last() == null ? "" : model.last().note(), drafted);
  }

  /** When the newest version was published; null if none was. */
  public Instant publishedAt() {
    return model.newest() == null ? null : model.newest().at();
  }

  /** What was saved last in the draft; null if there is none. */
  public DraftFile savedLast() {
    return model.draft() == null ? null : model.draft().last();
  }
}
