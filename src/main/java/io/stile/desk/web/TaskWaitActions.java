package io.stile.desk.web;

import io.stile.engine.UnitOfWork;
import io.stile.web.Problem;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import io.stile.web.Words;
import io.stile.work.Task;
import io.stile.work.TaskReferences;
import io.stile.work.Waits;
import io.stile.work.WaitsFor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sets a task to wait from its page, has it go on, and keeps others' numbers with it. What is refused comes back with what was typed. */
@Controller
@RequestMapping("/tasks/{id}")
@PreAuthorize("hasRole('EMPLOYEE')")
class TaskWaitActions {

  private final TaskPage page;
  private final RequestScreen screen;
  private final Waits waits;
  private final TaskReferences references;
  private final UnitOfWork unitOfWork;

  TaskWaitActions(TaskPage page, RequestScreen screen, Waits waits, TaskReferences references, UnitOfWork unitOfWork) {
    this.page = page;
    this.screen = screen;
    this.waits = waits;
    this.references = references;
    this.unitOfWork = unitOfWork;
  }

  /** A form that was sent, and where its answer goes. */
  private record Sent(long task, String form, Map<String, String> typed, Viewer by, Model model,
                      HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {}

  @PostMapping("/wait")
  String begin(@PathVariable long id, @RequestParam(name = "for", defaultValue = "") String whom,
      @RequestParam(defaultValue = "") String until, @RequestParam(defaultValue = "") String reason, Viewer by,
      Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
    Map<String, String> typed = Map.of("for", whom, "until", until, "reason", reason);
    return answer(new Sent(id, "wait", typed, by, model, request, response, redirect),
        () -> waits.begin(id, Words.parse("for", WaitsFor.class, whom), instant(until, by.zone()), reason, by.signIn()),
        task -> "“%s” is %s.".formatted(task.name(), task.waiting().label()));
  }

  @PostMapping("/resume")
  String resume(@PathVariable long id, Viewer by, Model model, HttpServletRequest request, HttpServletResponse response,
      RedirectAttributes redirect) {
    return answer(new Sent(id, "resume", Map.of(), by, model, request, response, redirect),
        () -> waits.resume(id, by.signIn()), task -> "“%s” goes on.".formatted(task.name()));
  }

  @PostMapping("/reference")
  String keep(@PathVariable long id, @RequestParam(defaultValue = "") String reference, Viewer by, Model model,
      HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
    return answer(new Sent(id, "reference", Map.of("reference", reference), by, model, request, response, redirect),
        () -> references.keep(id, reference, by.signIn()),
        task -> reference.isBlank() ? "The reference is removed." : "The reference is kept.");
  }

  /** What a field for date and time sends, in the zone of the reader; null if nothing was entered. */
  private static Instant instant(String typed, ZoneId zone) {
    if (typed.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(typed.strip().replace(' ', 'T')).atZone(zone).toInstant();
    } catch (DateTimeParseException unreadable) {
      throw Refusal.invalid("until", "'%s' is no date and time; expected one like 2026-03-24 10:00.".formatted(typed.strip()));
    }
  }

  private String answer(Sent sent, Supplier<Task> work, Function<Task, String> done) {
    try {
      Task task = unitOfWork.of(work);
      sent.redirect().addFlashAttribute("message", done.apply(task));
      return "redirect:/tasks/" + sent.task();
    } catch (RuntimeException refused) {
      Problem problem = screen.problem(refused).orElseThrow(() -> refused);
      sent.response().setStatus(problem.status().value());
      sent.model().addAttribute(TaskWaits.DRAFT, new Draft(sent.form(), sent.typed(), problem));
      return page.show(sent.task(), null, null, sent.by(), sent.model(), sent.request());
    }
  }
}
