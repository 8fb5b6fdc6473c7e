package io.stile.desk.web;

import io.stile.customer.Interaction;
import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interaction.Direction;
import io.stile.draft.Drafts;
import io.stile.desk.ContactLog;
import io.stile.desk.web.RequestForms.Sent;
import io.stile.organisation.WhoIsMeant;
import io.stile.request.Closing;
import io.stile.request.LeftOver;
import io.stile.request.Notes;
import io.stile.request.Ownership;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is done from the page of a request. The modules decide who may; what is refused comes back with the page and with
 * what was typed.
 */
@Controller
@RequestMapping("/requests/{number}")
@PreAuthorize("hasRole('EMPLOYEE')")
class RequestActions {

  private static final int MAX_REASON = 2_000;

  private final RequestForms forms;
  private final Requests requests;
  private final Closing closing;
  private final Ownership ownership;
  private final Notes notes;
  private final ContactLog contacts;
  private final Contacts after;
  private final Drafts drafts;
  private final WhoIsMeant who;

  RequestActions(RequestForms forms, Requests requests, Closing closing, Ownership ownership, Notes notes,
      ContactLog contacts, Contacts after, Drafts drafts, WhoIsMeant who) {
    this.after = after;
    this.forms = forms;
    this.requests = requests;
    this.closing = closing;
    this.ownership = ownership;
    this.notes = notes;
    this.contacts = contacts;
    this.drafts = drafts;
    this.who = who;
  }

  @PostMapping("/withdrawal")
  String withdraw(@PathVariable String number, @RequestParam String reason, @RequestParam(required = false) LeftOver promises, Viewer by, Model model,
      HttpServletResponse response, RedirectAttributes redirect) {
    Map<String, String> typed = Map.of("reason", reason, "promises", promises == null ? "" : promises.name());
    return forms.answer(new Sent(number, "withdraw", typed, by, model, response, redirect),
        request -> {
          closing.withdraw(request, by.signIn(), reasonable(reason), promises);
          return "The request is withdrawn.";
        });
  }

  /** @param from sign-in name of the owner whom the page showed: if he is not the owner any more, the lead must look again */
  @PostMapping("/owner")
  String move(@PathVariable String number, @RequestParam String from, @RequestParam String to,
      @RequestParam String reason, Viewer by, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    return forms.answer(new Sent(number, "owner", Map.of("to", to, "reason", reason), by, model, response, redirect),
        request -> {
          Request now = requests.lock(request);
          if (now.isOpen() && !now.owner().equals(from)) {
            throw Refusal.conflict("The owner has changed since you opened this page.");
          }
          ownership.move(request, who.colleague("to", to), by.signIn(), reasonable(reason));
          return "The request has a new owner.";
        });
  }

  @PostMapping("/notes")
  String note(@PathVariable String number, @RequestParam String text, @RequestParam(required = false) UUID draft,
      Viewer by, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    return forms.answer(new Sent(number, "note", Map.of("text", text, "draft", text(draft)), by, model, response, redirect),
        request -> {
          notes.add(request, by.signIn(), text);
          drafts.sent(draft, by.signIn());
          return "The note is kept.";
        });
  }

  /** @param reopen whether the request, which was closed, is to be opened again because of it */
  @PostMapping("/contacts")
  String contact(@PathVariable String number, @RequestParam Channel channel,
      @RequestParam Direction direction, @RequestParam String said, @RequestParam(required = false) UUID draft,
      @RequestParam(defaultValue = "false") boolean reopen, Viewer by, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    return forms.answer(new Sent(number, "contact",
            Map.of("channel", channel.name(), "direction", direction.name(), "said", said, "draft", text(draft)), by, model,
            response, redirect),
        request -> {
          Interaction logged = contacts.log(request, channel, direction, by.signIn(), said);
          drafts.sent(draft, by.signIn());
          return after.logged(logged, reopen, by.signIn());
        });
  }

  private static String text(UUID draft) {
    return draft == null ? "" : draft.toString();
  }

  private static String reasonable(String reason) {
    if (reason.length() > MAX_REASON || reason.indexOf('\0') >= 0) {
      throw Refusal.invalid("reason", "Expected text of at most %d characters; this has %d."
          .formatted(MAX_REASON, reason.length()));
    }
    return reason;
  }
}
