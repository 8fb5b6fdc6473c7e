package io.stile.desk.web;

import io.stile.catalogue.RequestType;
import io.stile.customer.Interaction;
import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interaction.Direction;
import io.stile.customer.InvalidCustomer;
import io.stile.customer.NewInteraction;
import io.stile.desk.ContactLog;
import io.stile.desk.web.NewRequestViews.Faults;
import io.stile.draft.DraftOf;
import io.stile.engine.UnitOfWork;
import io.stile.request.RequestRefused;
import io.stile.web.Viewer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Beside the form for a new request: what the customer has asked for already, and logging the contact there instead. */
@Controller
@RequestMapping("/intake/{customer}")
@PreAuthorize("hasRole('EMPLOYEE')")
class SimilarPage {

  private final Similar similar;
  private final NewRequestViews views;
  private final ContactLog contacts;
  private final Contacts after;
  private final FormJson formJson;
  private final FormDrafts formDrafts;
  private final UnitOfWork unitOfWork;

  SimilarPage(Similar similar, NewRequestViews views, ContactLog contacts, Contacts after, FormJson formJson,
      FormDrafts formDrafts, UnitOfWork unitOfWork) {
    this.similar = similar;
    this.views = views;
    this.contacts = contacts;
    this.after = after;
    this.formJson = formJson;
    this.formDrafts = formDrafts;
    this.unitOfWork = unitOfWork;
  }

  /** As one types: only ever an offer. Sent as a form, because what a customer says is too long for an address. */
  @PostMapping("/similar")
  String similar(@PathVariable long customer, @RequestParam String type, @RequestParam(defaultValue = "") String told,
      Model model) {
    model.addAttribute("similar", similar.of(customer, type, told));
    model.addAttribute("customerId", customer);
    return "desk/similar :: lines";
  }

  /**
   * Logs what was typed for a new request as a contact about one that there is already.
   *
   * @param reopen whether that one, which was closed, is to be opened again
   */
  @PostMapping("/instead/{number}")
  ModelAndView instead(@PathVariable long customer, @PathVariable String number, @RequestParam String type,
      @RequestParam(defaultValue = "") String told, @RequestParam(defaultValue = "PHONE") Channel channel,
      @RequestParam(defaultValue = "") String answers, @RequestParam(name = "draft", required = false) UUID draft,
      @RequestParam(defaultValue = "false") boolean reopen, Viewer viewer, RedirectAttributes redirect) {
    RequestType known = views.type(type);
    Map<String, Object> answered = formJson.answers(answers);
    NewRequestDraft typed = new NewRequestDraft(told, channel, null, null, answered, null);
    if (told.isBlank()) {
      return again(customer, known, typed, draft, viewer, new Faults(Map.of("told",
          "Write down what the customer says about it, so that nobody asks again."), List.of(), null));
    }
    try {
      NewInteraction contact = new NewInteraction(customer, number, channel, Direction.IN, viewer.signIn(),
          similar.withAnswers(told, known, customer, answered));
      Interaction logged = unitOfWork.of(() -> {
        Interaction kept = contacts.log(contact, draft);
        redirect.addFlashAttribute("message", after.logged(kept, reopen, viewer.signIn()));
        return kept;
      });
      return new ModelAndView("redirect:/requests/" + logged.requestNumber());
    } catch (RequestRefused refused) {
      return again(customer, known, typed, draft, viewer, Faults.of(refused));
    } catch (InvalidCustomer invalid) {
      return again(customer, known, typed, draft, viewer,
          new Faults(Map.of("told", "Expected " + invalid.expected() + "."), List.of(), null));
    }
  }

  private ModelAndView again(long customer, RequestType type, NewRequestDraft typed, UUID draft, Viewer viewer, Faults faults) {
    FormDraft kept = formDrafts.again(draft, DraftOf.newRequest(customer, type.key()), viewer.signIn());
    return new ModelAndView("desk/new-request",
        Map.of("page", views.filling(customer, type, typed, kept, faults, viewer)), HttpStatus.UNPROCESSABLE_ENTITY);
  }
}
