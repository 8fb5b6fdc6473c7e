package io.stile.desk.web;

import io.stile.draft.Draft;
import io.stile.draft.DraftOf;
import io.stile.draft.DraftSave;
import io.stile.draft.Drafts;
import io.stile.draft.Kept;
import io.stile.engine.UnitOfWork;
import io.stile.web.Refusal;
import io.stile.web.Times;
import io.stile.web.Viewer;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What pages send while somebody types, and throwing it away. */
@Controller
@RequestMapping("/drafts/{id}")
@PreAuthorize("hasRole('EMPLOYEE')")
class DraftActions {

  private final Drafts drafts;
  private final UnitOfWork unitOfWork;
  private final Times times;

  DraftActions(Drafts drafts, UnitOfWork unitOfWork, Times times) {
    this.drafts = drafts;
    this.unitOfWork = unitOfWork;
    this.times = times;
  }

  /** What the page's script sends; the names are those of {@link FormDraft.Told} and {@link DraftSave}. */
  record Sent(DraftOf.Form form, Long customer, String type, String request, Long task, String page, int count,
              int version, Map<String, Object> typed) {

    DraftSave as(UUID draft) {
      if (form == null) {
        throw Refusal.invalid("form", "Expected the form into which this was typed.");
      }
      return new DraftSave(draft, new DraftOf(form, customer, type, request, task), page, count, version, typed);
    }
  }

  /**
   * What the script is answered.
   *
   * @param draft   the draft in which the text is now
   * @param kept    when it was kept, as a person reads it
   * @param address where it goes on when the page is loaded again
   * @param other   when another page changed the draft that was meant, so that this one was made; else null
   * @param otherAddress where the other one is
   */
  record Answer(UUID draft, int version, boolean ended, String kept, String address, String other,
                String otherAddress) {}

  @PostMapping
  @ResponseBody
  Answer keep(@PathVariable UUID id, @RequestBody Sent sent, Viewer viewer) {
    try {
      Kept kept = unitOfWork.of(() -> drafts.keep(sent.as(id), viewer.signIn()));
      boolean beside = kept.other() != null;
      return new Answer(kept.draft(), kept.version(), kept.ended(), times.time(kept.at(), viewer.zone()),
          address(kept.draft(), viewer), beside ? times.time(kept.other(), viewer.zone()) : null,
          beside ? address(id, viewer) : null);
    } catch (DataIntegrityViolationException unknown) {
      throw Refusal.invalid("form", "What this was typed for does not exist.");
    }
  }

  private String address(UUID draft, Viewer viewer) {
    return drafts.byId(draft, viewer.signIn()).map(DraftLines::address).orElse("/");
  }

  /** Throws a draft away, and goes to the page where it stood: {@code here}, or my work. */
  @PostMapping("/discard")
  String discard(@PathVariable UUID id, @RequestParam(required = false) String here, Viewer viewer,
      RedirectAttributes redirect) {
    Optional<Draft> draft = drafts.byId(id, viewer.signIn());
    boolean gone = unitOfWork.of(() -> drafts.discard(id, viewer.signIn()));
    redirect.addFlashAttribute("message", gone ? "The draft is thrown away."
        : "This draft was sent or thrown away already.");
    return "redirect:" + (here == null ? "/" : draft.map(DraftLines::address)
        .map(address -> address.replaceFirst("[?&]draft=.*", "")).orElse("/"));
  }
}
