package io.stile.desk.web;

import io.stile.customer.Interaction;
import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interaction.Direction;
import io.stile.customer.InvalidCustomer;
import io.stile.customer.PhoneNumbers;
import io.stile.desk.ContactLog;
import io.stile.desk.CustomerOverview;
import io.stile.desk.CustomerOverviews;
import io.stile.engine.ConcurrentChange;
import io.stile.request.AfterEnd;
import io.stile.request.RequestRefused;
import io.stile.draft.DraftOf;
import io.stile.draft.DraftOf.Form;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One customer: who he is, what is open for him, what was said. Whoever works here can log a contact. */
@Controller
@RequestMapping("/customers/{id}")
@PreAuthorize("hasRole('EMPLOYEE')")
class CustomerPage {

  private final CustomerOverviews overviews;
  private final ContactLog contactLog;
  private final PhoneNumbers phones;
  private final FormDrafts formDrafts;
  private final DraftLines draftLines;
  private final Contacts after;
  private final ConversationSheets conversations;
  private final Clock clock;

  CustomerPage(CustomerOverviews overviews, ContactLog contactLog, PhoneNumbers phones, FormDrafts formDrafts,
      DraftLines draftLines, Contacts after, ConversationSheets conversations, Clock clock) {
    this.after = after;
    this.conversations = conversations;
    this.clock = clock;
    this.overviews = overviews;
    this.contactLog = contactLog;
    this.phones = phones;
    this.formDrafts = formDrafts;
    this.draftLines = draftLines;
  }

  @GetMapping
  ModelAndView show(@PathVariable long id, @RequestParam(required = false) UUID draft, Viewer viewer) {
    return formDrafts.named(draft, Form.CONTACT, viewer.signIn())
        .map(typed -> page(id, ContactDraft.of(typed), FormDraft.restored(typed), viewer, HttpStatus.OK))
        .orElseGet(() -> page(id, ContactDraft.EMPTY, formDrafts.fresh(DraftOf.contact(id)), viewer,
            HttpStatus.OK));
  }

  @PostMapping("/interactions")
  ModelAndView log(@PathVariable long id, @RequestParam(defaultValue = "PHONE") Channel channel,
      @RequestParam(defaultValue = "IN") Direction direction, @RequestParam(defaultValue = "") String said,
      @RequestParam(defaultValue = "") String request, @RequestParam(required = false) UUID draft, Viewer viewer,
      RedirectAttributes redirect) {
    ContactDraft typed = new ContactDraft(channel, direction, said, request, null);
    try {
      Interaction logged = contactLog.log(typed.by(viewer.signIn(), id), draft);
      redirect.addFlashAttribute("reopenOffer", after.offer(logged));
    } catch (InvalidCustomer invalid) {
      return page(id, typed.with("Expected " + invalid.expected() + "."), again(id, draft, viewer), viewer,
          HttpStatus.UNPROCESSABLE_ENTITY);
    } catch (RequestRefused refused) {
      return page(id, typed.with(refused.getMessage() + "."), again(id, draft, viewer), viewer,
          refused.kind() == RequestRefused.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY);
    } catch (ConcurrentChange tooBusy) {
      return page(id, typed.with("Something else changed at the same instant; try again."), again(id, draft, viewer), viewer,
          HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("message", "The contact is logged.");
    return new ModelAndView("redirect:/customers/" + id);
  }

  /** The page with what was typed to pass the conversation on, and why that was not done. */
  ModelAndView refused(long id, Draft typed, Viewer viewer) {
    ModelAndView shown = page(id, ContactDraft.EMPTY, formDrafts.fresh(DraftOf.contact(id)), viewer,
        HttpStatus.valueOf(typed.problem().status().value()));
    shown.addObject("draft", typed);
    return shown;
  }

  private FormDraft again(long id, UUID draft, Viewer viewer) {
    return formDrafts.again(draft, DraftOf.contact(id), viewer.signIn());
  }

  private ModelAndView page(long id, ContactDraft draft, FormDraft kept, Viewer viewer, HttpStatus status) {
    CustomerOverview overview = overviews.of(id).orElseThrow(() -> Refusal.notFound("customer " + id));
    Map<String, Object> model = new HashMap<>();
    model.put("overview", overview);
    model.put("phone", overview.customer().phone() == null ? null : phones.written(overview.customer().phone()));
    model.put("contracts", overview.contracts().stream().map(contract -> ContractLine.of(contract, phones)).toList());
    model.put("channels", Channel.ofCustomers());
    model.put("recent", overview.ended().stream()
        .filter(request -> AfterEnd.isTalkedAbout(request, clock.instant())).toList());
    model.put("contact", draft);
    model.put("conversation", conversations.ofCustomer(viewer));
    model.put("draft", Draft.NONE);
    model.put("kept", kept);
    model.put("begun", draftLines.ofCustomer(viewer.signIn(), id).stream()
        .filter(line -> !line.id().equals(kept.id())).toList());
    return new ModelAndView("desk/customer", model, status);
  }
}
