package io.stile.desk.web;

import io.stile.engine.UnitOfWork;
import io.stile.web.Problem;
import io.stile.web.Viewer;
import io.stile.work.Returns;
import io.stile.work.Task;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/** Returns a task from its page, and sends a returned one on. What is refused comes back with what was typed. */
@Controller
@RequestMapping("/tasks/{id}")
@PreAuthorize("hasRole('EMPLOYEE')")
class TaskReturnActions {

  private final TaskPage page;
  private final RequestScreen screen;
  private final Returns returns;
  private final UnitOfWork unitOfWork;

  TaskReturnActions(TaskPage page, RequestScreen screen, Returns returns, UnitOfWork unitOfWork) {
    this.page = page;
    this.screen = screen;
    this.returns = returns;
    this.unitOfWork = unitOfWork;
  }

  /** A form that was sent, and where its answer goes. */
  private record Sent(long task, String form, Map<String, String> typed, Viewer by, Model model,
                      HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {}

  @PostMapping("/return")
  String giveBack(@PathVariable long id, @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String words,
      Viewer by, Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
    return answer(new Sent(id, "return", Map.of("reason", reason, "words", words), by, model, request, response, redirect),
        () -> returns.giveBack(id, reason, words, by.signIn()), task -> task.isReturned() || !task.isLive()
            ? "“%s” is returned.".formatted(task.name())
            : "“%s” was returned between you before: both leads and the owner decide now who does it.".formatted(task.name()));
  }

  @PostMapping("/send-on")
  String sendOn(@PathVariable long id, @RequestParam(defaultValue = "") String words, Viewer by, Model model,
      HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
    return answer(new Sent(id, "answer", Map.of("words", words), by, model, request, response, redirect),
        () -> returns.sendOn(id, words, by.signIn()), task -> "“%s” is on its way again.".formatted(task.name()));
  }

  private String answer(Sent sent, Supplier<Task> work, Function<Task, String> done) {
    try {
      Task task = unitOfWork.of(work);
      sent.redirect().addFlashAttribute("message", done.apply(task));
      return "redirect:/tasks/" + sent.task();
    } catch (RuntimeException refused) {
      Problem problem = screen.problem(refused).orElseThrow(() -> refused);
      sent.response().setStatus(problem.status().value());
      sent.model().addAttribute(TaskReturns.DRAFT, new Draft(sent.form(), sent.typed(), problem));
      return page.show(sent.task(), null, null, sent.by(), sent.model(), sent.request());
    }
  }
}
