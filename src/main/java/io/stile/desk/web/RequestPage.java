package io.stile.desk.web;

import io.stile.desk.DiagramState;
import io.stile.desk.Explanations;
import io.stile.desk.RequestViews;
import io.stile.engine.Models;
import io.stile.request.Merges;
import io.stile.request.Request;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.bind.annotation.ResponseBody;

/** A request: who owns it, where it is, what happened; every employee may look at it. */
@Controller
@RequestMapping("/requests/{number}")
@PreAuthorize("hasRole('EMPLOYEE')")
class RequestPage {

  private final RequestScreen screen;
  private final RequestViews views;
  private final Explanations explanations;
  private final Models models;
  private final RequestDrafts requestDrafts;
  private final Merges merges;

  RequestPage(RequestScreen screen, RequestViews views, Explanations explanations, Models models,
      RequestDrafts requestDrafts, Merges merges) {
    this.merges = merges;
    this.screen = screen;
    this.views = views;
    this.explanations = explanations;
    this.models = models;
    this.requestDrafts = requestDrafts;
  }

  /**
   * The page of a request; the number of one that was merged leads to the one as which it goes on.
   *
   * @param itself whether the merged one itself is meant, as it was
   */
  @GetMapping
  String show(@PathVariable String number, @RequestParam(required = false) UUID draft,
      @RequestParam(defaultValue = "false") boolean itself, Viewer viewer, Model model, RedirectAttributes redirect) {
    Request request = screen.required(number);
    String known = request.number().value();
    if (!itself && merges.intoOf(known).isPresent()) {
      redirect.addFlashAttribute("cameFrom", known);
      // What was done on the page of the merged one is said on this one.
      Optional.ofNullable(model.getAttribute("message")).ifPresent(done -> redirect.addFlashAttribute("message", done));
      return "redirect:/requests/" + merges.survivorOf(known);
    }
    return screen.show(request, requestDrafts.shown(draft, request, viewer), viewer, model);
  }

  /** The diagram of the version that the request runs on; it never changes. */
  @GetMapping("/diagram.bpmn")
  ResponseEntity<String> diagram(@PathVariable String number) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
        .body(models.diagram(screen.required(number).model()));
  }

  /** What the diagram marks now. */
  @GetMapping("/diagram-state")
  @ResponseBody
  DiagramState state(@PathVariable String number) {
    return views.diagram(screen.required(number));
  }

  /** Why a clock runs out when it does. */
  @GetMapping("/clocks/{clock}")
  String why(@PathVariable String number, @PathVariable String clock, Viewer viewer, Model model) {
    explain(number, clock, viewer, model);
    return "desk/why";
  }

  /** The same as a piece of another page. */
  @GetMapping(path = "/clocks/{clock}", headers = "HX-Request")
  String whyHere(@PathVariable String number, @PathVariable String clock, Viewer viewer, Model model) {
    explain(number, clock, viewer, model);
    return "desk/why :: why";
  }

  private void explain(String number, String clock, Viewer viewer, Model model) {
    Request request = screen.required(number);
    model.addAttribute("request", request);
    model.addAttribute("why", explanations.of(request, clock, viewer.zone())
        .orElseThrow(() -> Refusal.notFound("clock %s of %s".formatted(clock, request.number()))));
  }
}
