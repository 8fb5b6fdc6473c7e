package io.stile.desk.web;

import io.stile.draft.Draft;
import io.stile.draft.DraftOf;
import io.stile.draft.Drafts;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The drafts behind the forms of pages. */
@Component
class FormDrafts {

  private final Drafts drafts;

  FormDrafts(Drafts drafts) {
    this.drafts = drafts;
  }

  /** For an empty form. */
  FormDraft fresh(DraftOf of) {
    return new FormDraft(drafts.newId(), 0, of, null);
  }

  /** For a form that is shown again with what was sent; it goes on in the same draft. */
  FormDraft again(UUID id, DraftOf of, String employee) {
    return id == null ? fresh(of) : new FormDraft(id, drafts.byId(id, employee).map(Draft::version).orElse(0), of, null);
  }

  /** The draft that an address names, if it is one of this form; empty if it was sent or discarded, or none is named. */
  Optional<Draft> named(UUID id, DraftOf.Form form, String employee) {
    return Optional.ofNullable(id).flatMap(known -> drafts.byId(known, employee))
        .filter(draft -> draft.of().form() == form);
  }
}
