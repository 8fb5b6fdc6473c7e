package io.stile.desk.web;

import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.engine.UnitOfWork;
import io.stile.handover.HandOvers;
import io.stile.handover.NewHandOver;
import io.stile.organisation.Meant;
import io.stile.organisation.OrganisationRefused;
import io.stile.organisation.WhoIsMeant;
import io.stile.request.Request;
import io.stile.request.RequestNumber;
import io.stile.request.Requests;
import io.stile.web.FieldProblem;
import io.stile.web.Problem;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Several requests handed over at once: each is an offer of its own, with a result of its own. */
@Controller
@RequestMapping("/hand-overs")
@PreAuthorize("hasRole('EMPLOYEE')")
class OffersPage {

  /** More are handed over in two goes, so that no go takes long. */
  private static final int MOST = 100;
  private static final String FORM = "hand-over";

  private final HandOvers handOvers;
  private final OfferSheets offers;
  private final Requests requests;
  private final Customers customers;
  private final WhoIsMeant who;
  private final RequestScreen screen;
  private final UnitOfWork unitOfWork;

  OffersPage(HandOvers handOvers, OfferSheets offers, Requests requests, Customers customers, WhoIsMeant who,
      RequestScreen screen, UnitOfWork unitOfWork) {
    this.handOvers = handOvers;
    this.offers = offers;
    this.requests = requests;
    this.customers = customers;
    this.who = who;
    this.screen = screen;
    this.unitOfWork = unitOfWork;
  }

  /**
   * A request that can be chosen.
   *
   * @param standing that it is offered already, or was declined, in a few words; null for neither
   */
  record Choice(String number, String what, boolean chosen, String standing) {}

  /** What became of one of several; {@code failed} in a sentence, or null if it is offered. */
  record Result(String number, Offer offer, String failed) {}

  /** @param request numbers of those that are chosen; without any all that the viewer owns can be chosen */
  @GetMapping("/new")
  String choose(@RequestParam(defaultValue = "") List<String> request, Viewer viewer, Model model) {
    return form(request, Draft.NONE, List.of(), viewer, model);
  }

  @PostMapping
  String offer(@RequestParam(defaultValue = "") List<String> request, @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String left, Viewer viewer, Model model,
      HttpServletResponse response, RedirectAttributes redirect) {
    Map<String, String> typed = Map.of("to", to, "department", to, "employee", to, "reason", reason, "left", left, "request", "");
    Set<String> chosen = new LinkedHashSet<>(request.subList(0, Math.min(MOST, request.size())));
    if (chosen.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      Problem nothing = Problem.invalid(List.of(new FieldProblem("request", "Choose at least one request.")));
      return form(request, new Draft(FORM, typed, nothing), List.of(), viewer, model);
    }
    Meant target;
    try {
      target = who.of("employee", to);
    } catch (OrganisationRefused nobody) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return form(request, new Draft(FORM, typed, screen.problem(nobody).orElseThrow()), List.of(), viewer, model);
    }
    List<Result> results = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    chosen.forEach(number -> results.add(offer(new NewHandOver(number, target.department(), target.employee(), reason, left,
        viewer.signIn()), problems)));
    List<String> failed = results.stream().filter(result -> result.failed() != null).map(Result::number).toList();
    if (failed.isEmpty()) {
      redirect.addFlashAttribute("message", chosen.size() == 1 ? "The request is offered." : chosen.size() + " requests are offered.");
      return "redirect:" + UriComponentsBuilder.fromPath("/hand-overs").queryParam("request", chosen).toUriString();
    }
    response.setStatus(problems.get(0).status().value());
    boolean sameForAll = failed.size() == chosen.size() && problems.stream().allMatch(problem -> !problem.fields().isEmpty());
    return form(failed, new Draft(FORM, typed, sameForAll ? problems.get(0) : null), sameForAll ? List.of() : results, viewer, model);
  }

  private Result offer(NewHandOver asked, List<Problem> problems) {
    try {
      return new Result(asked.request(), offers.offer(unitOfWork.of(() -> handOvers.offer(asked)), asked.by()), null);
    } catch (RuntimeException refused) {
      Problem problem = screen.problem(refused).orElseThrow(() -> refused);
      problems.add(problem);
      return new Result(asked.request(), null, new Draft(FORM, Map.of(), problem).reason());
    }
  }

  /** What became of those that were offered together. */
  @GetMapping
  String show(@RequestParam(defaultValue = "") List<String> request, Viewer viewer, Model model) {
    List<Result> results = new ArrayList<>();
    request.stream().limit(MOST).forEach(number -> handOvers.ofRequest(number).stream().reduce((first, last) -> last)
        .ifPresent(last -> results.add(new Result(number, offers.offer(last, viewer.signIn()), null))));
    model.addAttribute("results", results);
    return "desk/offers";
  }

  private String form(List<String> chosen, Draft draft, List<Result> results, Viewer viewer, Model model) {
    List<Request> shown = chosen.isEmpty() ? requests.ownedBy(viewer.signIn(), MOST)
        : chosen.stream().limit(MOST).distinct().flatMap(number -> RequestNumber.parse(number).stream())
            .flatMap(number -> requests.byNumber(number.value()).stream()).toList();
    Map<String, String> standing = offers.words(shown.stream().map(each -> each.number().value()).toList());
    model.addAttribute("choices", shown.stream().map(each -> new Choice(each.number().value(),
        "%s for %s".formatted(each.typeName(), nameOf(each.customer())), !chosen.isEmpty(), standing.get(each.number().value()))).toList());
    model.addAttribute("draft", draft);
    model.addAttribute("results", results);
    model.addAttribute("offer", new OfferSheet(true, null, null, null, viewer.signIn()));
    return "desk/offers-new";
  }

  private String nameOf(long customer) {
    return customers.byId(customer).map(Customer::name).orElse("customer " + customer);
  }
}
