package io.stile.desk.web;

import io.stile.draft.DraftOf;
import io.stile.draft.DraftOf.Form;
import io.stile.draft.Drafts;
import io.stile.request.Request;
import io.stile.web.Viewer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The drafts behind the forms on the page of a request: a contact, a note. */
@Component
class RequestDrafts {

  /** The names of the forms on the page. */
  private static final Map<Form, String> NAMES = Map.of(Form.CONTACT, "contact", Form.NOTE, "note");

  private final Drafts drafts;
  private final FormDrafts formDrafts;
  private final DraftLines draftLines;

  RequestDrafts(Drafts drafts, FormDrafts formDrafts, DraftLines draftLines) {
    this.drafts = drafts;
    this.formDrafts = formDrafts;
    this.draftLines = draftLines;
  }

  /** What the page begins with when its address names a draft: the form as it was left. */
  Draft shown(UUID id, Request request, Viewer viewer) {
    return named(id, request, viewer).map(draft -> new Draft(NAMES.get(draft.of().form()), texts(draft), null))
        .orElse(Draft.NONE);
  }

  /** @param shown what stands in one of the forms: what was refused, or what {@link #shown} answered */
  void add(Request request, Draft shown, Viewer viewer, Model model) {
    String number = request.number().value();
    FormDraft contact = kept("contact", DraftOf.contact(request.customer(), number), shown, viewer);
    FormDraft note = kept("note", DraftOf.note(request.customer(), number), shown, viewer);
    model.addAttribute("keptContact", contact);
    model.addAttribute("keptNote", note);
    List<UUID> open = List.of(contact.id(), note.id());
    model.addAttribute("begun", draftLines.ofRequest(viewer.signIn(), number).stream()
        .filter(line -> !open.contains(line.id())).toList());
  }

  private FormDraft kept(String form, DraftOf of, Draft shown, Viewer viewer) {
    UUID id = id(shown.typed(form, "draft"));
    Optional<io.stile.draft.Draft> begun = shown.problem() == null ? formDrafts.named(id, of.form(), viewer.signIn())
        : Optional.empty();
    return begun.map(FormDraft::restored).orElseGet(() -> formDrafts.again(id, of, viewer.signIn()));
  }

  private Optional<io.stile.draft.Draft> named(UUID id, Request request, Viewer viewer) {
    return Optional.ofNullable(id).flatMap(known -> drafts.byId(known, viewer.signIn()))
        .filter(draft -> NAMES.containsKey(draft.of().form()))
        .filter(draft -> request.number().value().equals(draft.of().request()));
  }

  private static Map<String, String> texts(io.stile.draft.Draft draft) {
    Map<String, String> texts = Arrays.stream(new String[] {"channel", "direction", "said", "text"})
        .collect(Collectors.toMap(field -> field, draft::text));
    texts.put("draft", draft.id().toString());
    return texts;
  }

  private static UUID id(String text) {
    try {
      return text.isEmpty() ? null : UUID.fromString(text);
    } catch (IllegalArgumentException tampered) {
      return null;
    }
  }
}
