package io.stile.desk.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stile.draft.Draft;
import io.stile.draft.DraftOf;
import java.time.Instant;
import java.util.UUID;

/**
 * Where a page keeps what is typed into one of its forms.
 *
 * @param id       of the draft; nothing is kept under it before something is typed
 * @param version  the version that stands in the form; 0 if nothing is kept yet
 * @param restored when what stands in the form was typed, or null if it does not come from the draft
 */
record FormDraft(UUID id, int version, DraftOf of, Instant restored) {

  /** What the page's script is told. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Told(UUID id, int version, DraftOf.Form form, Long customer, String type, String request, Long task) {}

  /** A form that begins with what was typed earlier. */
  static FormDraft restored(Draft draft) {
    return new FormDraft(draft.id(), draft.version(), draft.of(), draft.changedAt());
  }

  /** To be written into the form's attribute {@code data-draft}. */
  public Told told() {
    return new Told(id, version, of.form(), of.customer(), of.type(), of.request(), of.task());
  }
}
