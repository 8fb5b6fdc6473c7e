package io.stile.desk.web;

import io.stile.desk.web.RequestForms.Sent;
import io.stile.handover.HandOver;
import io.stile.handover.HandOvers;
import io.stile.handover.NewHandOver;
import io.stile.organisation.Employee;
import io.stile.organisation.Meant;
import io.stile.organisation.Organisation;
import io.stile.organisation.WhoIsMeant;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Offers a request to somebody, and answers such an offer, from any page; the answer is the page of the request. */
@Controller
@PreAuthorize("hasRole('EMPLOYEE')")
class OfferActions {

  private final RequestForms forms;
  private final HandOvers handOvers;
  private final WhoIsMeant who;
  private final Organisation organisation;

  OfferActions(RequestForms forms, HandOvers handOvers, WhoIsMeant who, Organisation organisation) {
    this.forms = forms;
    this.handOvers = handOvers;
    this.who = who;
    this.organisation = organisation;
  }

  @PostMapping("/requests/{number}/hand-overs")
  String offer(@PathVariable String number, @RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String left, Viewer by, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    Map<String, String> typed = Map.of("to", to, "department", to, "employee", to, "reason", reason, "left", left);
    return forms.answer(new Sent(number, "hand-over", typed, by, model, response, redirect), request -> {
      Meant target = who.of("employee", to);
      HandOver offered = handOvers.offer(new NewHandOver(request, target.department(), target.employee(), reason, left, by.signIn()));
      return "%s is offered to %s. It stays with its owner until that is accepted.".formatted(request, nameOf(offered.receiver()));
    });
  }

  @PostMapping("/hand-overs/{id}/accept")
  String accept(@PathVariable long id, Viewer by, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    return forms.answer(new Sent(requestOf(id), "answer", Map.of(), by, model, response, redirect), request -> {
      handOvers.accept(id, by.signIn());
      return "You own %s now.".formatted(request);
    });
  }

  /** @param better who would be better, as {@link WhoIsMeant} reads it; may be empty */
  @PostMapping("/hand-overs/{id}/decline")
  String decline(@PathVariable long id, @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String better,
      Viewer by, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    Map<String, String> typed = Map.of("reason", reason, "better", better, "department", better, "employee", better);
    return forms.answer(new Sent(requestOf(id), "decline", typed, by, model, response, redirect), request -> {
      Meant target = who.of("employee", better);
      HandOver declined = handOvers.decline(id, by.signIn(), reason, target.department(), target.employee());
      return declined.givenBackAt() == null ? "You have declined. %s stays with its owner, who is told why.".formatted(request)
          : "You have given it back. %s owns %s now and is told why.".formatted(nameOf(declined.endedBy()), request);
    });
  }

  @PostMapping("/hand-overs/{id}/withdraw")
  String withdraw(@PathVariable long id, Viewer by, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    return forms.answer(new Sent(requestOf(id), "answer", Map.of(), by, model, response, redirect), request -> {
      handOvers.withdraw(id, by.signIn());
      return "The offer is taken back.";
    });
  }

  /** The owner keeps what nobody took, and need not be told of it any more. */
  @PostMapping("/hand-overs/{id}/seen")
  String see(@PathVariable long id, Viewer by, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    return forms.answer(new Sent(requestOf(id), "answer", Map.of(), by, model, response, redirect), request -> {
      handOvers.see(id, by.signIn());
      return "%s stays where it is.".formatted(request);
    });
  }

  private String requestOf(long id) {
    return handOvers.byId(id).map(HandOver::request).orElseThrow(() -> Refusal.notFound("hand-over " + id));
  }

  private String nameOf(String signIn) {
    return organisation.employee(signIn).map(Employee::name).orElse(signIn);
  }
}
