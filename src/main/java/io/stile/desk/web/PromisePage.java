package io.stile.desk.web;

import io.stile.desk.PromiseView;
import io.stile.desk.PromiseViews;
import io.stile.engine.UnitOfWork;
import io.stile.organisation.WhoIsMeant;
import io.stile.promise.Keeping;
import io.stile.web.Problem;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One promise: what, when, under which number; and what becomes of it. What is refused comes back with what was typed. */
@Controller
@RequestMapping("/promises/{id}")
@PreAuthorize("hasRole('EMPLOYEE')")
class PromisePage {

  private final PromiseViews views;
  private final Keeping keeping;
  private final WhoIsMeant who;
  private final RequestScreen screen;
  private final UnitOfWork unitOfWork;

  PromisePage(PromiseViews views, Keeping keeping, WhoIsMeant who, RequestScreen screen, UnitOfWork unitOfWork) {
    this.views = views;
    this.keeping = keeping;
    this.who = who;
    this.screen = screen;
    this.unitOfWork = unitOfWork;
  }

  /** A form that was sent, and where its answer goes. */
  private record Sent(long id, String form, Map<String, String> typed, Viewer by, Model model, HttpServletResponse response,
                      RedirectAttributes redirect) {}

  @GetMapping
  String show(@PathVariable long id, Viewer viewer, Model model) {
    return show(id, Draft.NONE, viewer, model);
  }

  private String show(long id, Draft draft, Viewer viewer, Model model) {
    PromiseView view = views.of(id, viewer).orElseThrow(() -> Refusal.notFound("promise " + id));
    model.addAttribute("view", view);
    model.addAttribute("draft", draft);
    return "desk/promise";
  }

  @PostMapping("/kept")
  String kept(@PathVariable long id, @RequestParam(defaultValue = "") String words, Viewer by, Model model,
      HttpServletResponse response, RedirectAttributes redirect) {
    return answer(new Sent(id, "kept", Map.of("words", words), by, model, response, redirect),
        () -> keeping.kept(id, words, by.signIn()), "The promise is kept.");
  }

  @PostMapping("/unreached")
  String unreached(@PathVariable long id, Viewer by, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    return answer(new Sent(id, "unreached", Map.of(), by, model, response, redirect),
        () -> keeping.unreached(id, by.signIn()), "The promise is settled, and the customer is written to.");
  }

  @PostMapping("/renew")
  String renew(@PathVariable long id, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String reason, Viewer by, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    return answer(new Sent(id, "renew", Map.of("from", from, "until", until, "reason", reason), by, model, response, redirect),
        () -> keeping.renew(id, LocalMoment.read("from", from, by.zone()), LocalMoment.read("until", until, by.zone()), reason,
            by.signIn()), "The promise has a new time, and the customer is told.");
  }

  @PostMapping("/broken")
  String broken(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Viewer by, Model model,
      HttpServletResponse response, RedirectAttributes redirect) {
    return answer(new Sent(id, "broken", Map.of("reason", reason), by, model, response, redirect),
        () -> keeping.broken(id, reason, by.signIn()), "The promise is broken; owner, lead and customer are told.");
  }

  @PostMapping("/drop")
  String drop(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Viewer by, Model model,
      HttpServletResponse response, RedirectAttributes redirect) {
    return answer(new Sent(id, "drop", Map.of("reason", reason), by, model, response, redirect),
        () -> keeping.dropped(id, reason, by.signIn()), "The promise is not needed any more.");
  }

  /** @param task id of the task from whose page it was logged; null if from the page of the promise */
  @PostMapping("/attempts")
  String tried(@PathVariable long id, @RequestParam(defaultValue = "") String phone, @RequestParam(defaultValue = "") String note,
      @RequestParam(required = false) Long task, Viewer by, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    String shown = answer(new Sent(id, "attempt", Map.of("phone", phone, "note", note), by, model, response, redirect),
        () -> keeping.tried(id, phone, note, by.signIn()), "The attempt is logged.");
    return task != null && shown.startsWith("redirect:") ? "redirect:/tasks/" + task : shown;
  }

  @PostMapping("/keeper")
  String takeOver(@PathVariable long id, @RequestParam(defaultValue = "") String to, Viewer by, Model model,
      HttpServletResponse response, RedirectAttributes redirect) {
    return answer(new Sent(id, "keeper", Map.of("to", to), by, model, response, redirect),
        () -> keeping.takeOver(id, to.isBlank() ? by.signIn() : who.colleague("to", to), by.signIn()), "The promise has a new keeper.");
  }

  private String answer(Sent sent, Runnable work, String done) {
    try {
      unitOfWork.run(work);
    } catch (RuntimeException refused) {
      Problem problem = screen.problem(refused).orElseThrow(() -> refused);
      sent.response().setStatus(problem.status().value());
      return show(sent.id(), new Draft(sent.form(), sent.typed(), problem), sent.by(), sent.model());
    }
    sent.redirect().addFlashAttribute("message", done);
    return "redirect:/promises/" + sent.id();
  }
}
