package io.stile.desk.web;

import io.stile.customer.Interaction;
import io.stile.customer.Interactions;
import io.stile.desk.web.RequestForms.Sent;
import io.stile.request.LinkKind;
import io.stile.request.Links;
import io.stile.request.Merging;
import io.stile.request.Merging.Merge;
import io.stile.request.Reopenings;
import io.stile.request.RequestNumber;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opening a request again, linking it with others and merging it into them, from its page. */
@Controller
@RequestMapping("/requests/{number}")
@PreAuthorize("hasRole('EMPLOYEE')")
class TogetherActions {

  private final RequestForms forms;
  private final Reopenings reopenings;
  private final Interactions interactions;
  private final Links links;
  private final Merging merging;

  TogetherActions(RequestForms forms, Reopenings reopenings, Interactions interactions, Links links, Merging merging) {
    this.forms = forms;
    this.reopenings = reopenings;
    this.interactions = interactions;
    this.links = links;
    this.merging = merging;
  }

  /** @param contact id of the interaction in which the customer said why, already logged */
  @PostMapping("/reopening")
  String reopen(@PathVariable String number, @RequestParam long contact, Viewer by, Model model,
      HttpServletResponse response, RedirectAttributes redirect) {
    return forms.answer(new Sent(number, "reopen", Map.of(), by, model, response, redirect),
        request -> {
          Interaction said = interactions.byId(contact).filter(known -> request.equals(known.requestNumber()))
              .orElseThrow(() -> Refusal.invalid("contact", "There is no contact %d about %s.".formatted(contact, request)));
          reopenings.reopen(request, by.signIn(), Contacts.reason(said), contact);
          return "The request is open again.";
        });
  }

  @PostMapping("/links")
  String link(@PathVariable String number, @RequestParam(defaultValue = "") String request,
      @RequestParam(defaultValue = "RELATED") LinkKind kind, Viewer by, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    return forms.answer(new Sent(number, "link", Map.of("request", request, "kind", kind.name()), by, model, response, redirect),
        known -> {
          links.link(known, other("request", request), kind, by.signIn());
          return "The requests are linked.";
        });
  }

  @PostMapping("/links/removal")
  String unlink(@PathVariable String number, @RequestParam String request, Viewer by, Model model,
      HttpServletResponse response, RedirectAttributes redirect) {
    return forms.answer(new Sent(number, "unlink", Map.of(), by, model, response, redirect), known -> {
      links.unlink(known, other("request", request), by.signIn());
      return "The requests are not linked any more.";
    });
  }

  @PostMapping("/merging")
  String merge(@PathVariable String number, @RequestParam(defaultValue = "") String into,
      @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "false") boolean confirmed, Viewer by,
      Model model, HttpServletResponse response, RedirectAttributes redirect) {
    return forms.answer(new Sent(number, "merge", Map.of("into", into, "reason", reason), by, model, response, redirect),
        known -> "%s goes on as %s.".formatted(known,
            merging.merge(new Merge(known, other("into", into), reason, confirmed), by.signIn()).number()));
  }

  private static String other(String field, String typed) {
    return RequestNumber.parse(typed).map(RequestNumber::value).orElseThrow(() -> Refusal.invalid(field,
        "'%.40s' is no request number; expected one like SR-1000426.".formatted(typed)));
  }
}
