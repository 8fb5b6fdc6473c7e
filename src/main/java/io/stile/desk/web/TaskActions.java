package io.stile.desk.web;

import io.stile.desk.Names;
import io.stile.draft.Drafts;
import io.stile.engine.ConcurrentChange;
import io.stile.engine.UnitOfWork;
import io.stile.organisation.Organisation;
import io.stile.request.AnswersRefused;
import io.stile.web.FieldProblem;
import io.stile.web.Refusal;
import io.stile.web.Refused.Kind;
import io.stile.web.Viewer;
import io.stile.work.Claims;
import io.stile.work.Completion;
import io.stile.work.TakeBack;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import io.stile.work.TaskRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody does with a task on its page or in a list. What cannot be done leaves the person on the page, with his input. */
@Controller
@PreAuthorize("hasRole('EMPLOYEE')")
class TaskActions {

  private final TaskPage page;
  private final TaskStories stories;
  private final TaskLookup tasks;
  private final Claims claims;
  private final Completion completion;
  private final TakeBack takeBack;
  private final Organisation organisation;
  private final WayOn wayOn;
  private final UnitOfWork unitOfWork;
  private final FormJson json;
  private final Drafts drafts;

  TaskActions(TaskPage page, TaskStories stories, TaskLookup tasks, Claims claims, Completion completion, TakeBack takeBack,
      Organisation organisation, WayOn wayOn, UnitOfWork unitOfWork, FormJson json, Drafts drafts) {
    this.page = page;
    this.stories = stories;
    this.tasks = tasks;
    this.claims = claims;
    this.completion = completion;
    this.takeBack = takeBack;
    this.organisation = organisation;
    this.wayOn = wayOn;
    this.unitOfWork = unitOfWork;
    this.json = json;
    this.drafts = drafts;
  }

  /**
   * What a task's page sends along.
   *
   * @param answers the form as JSON, or null
   * @param version the version of the task that the page shows, or null if it shows none
   * @param seen    the last entry of the journal that it shows, or null
   * @param then    where to go afterwards
   * @param draft   id of the draft in which it was typed, or null
   */
  record Sent(String answers, Integer version, Long seen, AfterTask then, UUID draft) {}

  @PostMapping("/tasks/next")
  String next(Viewer viewer, RedirectAttributes redirect) {
    return wayOn.next(viewer, redirect, "");
  }

  @PostMapping("/tasks/{id}/claim")
  String claim(@PathVariable long id, Sent sent, Viewer viewer, Model model, HttpServletRequest request,
      HttpServletResponse response, RedirectAttributes redirect) {
    Map<String, Object> typed = json.answers(sent.answers());
    return orConflict(id, sent, typed, viewer, model, request, response, () -> {
      unitOfWork.of(() -> claims.claim(id, viewer.signIn()));
      if (!typed.isEmpty()) {
        redirect.addFlashAttribute(TaskPage.TYPED, new TypedAnswers(typed));
      }
      return "redirect:/tasks/" + id;
    });
  }

  @PostMapping("/tasks/{id}/release")
  String release(@PathVariable long id, Sent sent, Viewer viewer, Model model, HttpServletRequest request,
      HttpServletResponse response, RedirectAttributes redirect) {
    return orConflict(id, sent, json.answers(sent.answers()), viewer, model, request, response, () -> {
      Task task = unitOfWork.of(() -> claims.release(id, viewer.signIn()));
      redirect.addFlashAttribute("message", "“%s” is back in its queue.".formatted(task.name()));
      return "redirect:/queues/" + task.department();
    });
  }

  @PostMapping("/tasks/{id}/reassign")
  String reassign(@PathVariable long id, @RequestParam String to, @RequestParam(required = false) String reason,
      Sent sent, Viewer viewer, Model model, HttpServletRequest request, HttpServletResponse response,
      RedirectAttributes redirect) {
    String why = reason == null || reason.isBlank() ? null : reason.strip();
    return orConflict(id, sent, Map.of(), viewer, model, request, response, () -> {
      Task task = unitOfWork.of(() -> claims.reassign(id, to, viewer.signIn(), why));
      redirect.addFlashAttribute("message", "%s has “%s” now.".formatted(
          new Names(organisation).employee(task.assignee()), task.name()));
      return "redirect:/tasks/" + id;
    });
  }

  @PostMapping("/tasks/{id}/take-back")
  String takeBack(@PathVariable long id, Sent sent, Viewer viewer, Model model, HttpServletRequest request,
      HttpServletResponse response, RedirectAttributes redirect) {
    return orConflict(id, sent, Map.of(), viewer, model, request, response, () -> {
      Task task = unitOfWork.of(() -> takeBack.takeBack(id, viewer.signIn()));
      redirect.addFlashAttribute("message", "“%s” is open again, as it was. What followed is cancelled.".formatted(task.name()));
      return "redirect:/tasks/" + id;
    });
  }

  @PostMapping("/tasks/{id}/complete")
  String complete(@PathVariable long id, Sent sent, Viewer viewer, Model model, HttpServletRequest request,
      HttpServletResponse response, RedirectAttributes redirect) {
    Map<String, Object> typed = json.answers(sent.answers());
    AfterTask then = Optional.ofNullable(sent.then()).orElse(AfterTask.WORK);
    if (sent.version() == null) {
      throw Refusal.invalid("version", "Expected the version of the task that the page shows.");
    }
    remember(then, response);
    try {
      return orConflict(id, sent, typed, viewer, model, request, response, () -> {
        unitOfWork.run(() -> {
          completion.complete(id, sent.version(), viewer.signIn(), typed);
          drafts.sent(sent.draft(), viewer.signIn());
        });
        return wayOn.from(tasks.byId(id).orElseThrow(), then, viewer, redirect);
      });
    } catch (AnswersRefused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return page.render(id, TaskInput.refused(typed, refused.problems().stream()
          .map(problem -> new FieldProblem(problem.field(), problem.message())).toList()), sent.draft(), viewer, model,
          request);
    }
  }

  /** Does it; or shows the page again, with what happened meanwhile and what was typed. */
  private String orConflict(long id, Sent sent, Map<String, Object> typed, Viewer viewer, Model model,
      HttpServletRequest request, HttpServletResponse response, Supplier<String> action) {
    try {
      return action.get();
    } catch (TaskRefused | ConcurrentChange refused) {
      if (refused instanceof TaskRefused reason && reason.kind() != Kind.CONFLICT) {
        throw refused;
      }
      String happened = refused instanceof TaskRefused ? refused.getMessage()
          : "Somebody else changed the same request at the same instant";
      response.setStatus(HttpStatus.CONFLICT.value());
      Task task = tasks.byId(id).orElseThrow();
      TaskInput input = TaskInput.tooLate(typed.isEmpty() ? null : typed, happened,
          sent.seen() == null ? List.of() : stories.since(task, sent.seen(), viewer));
      return page.render(id, input, sent.draft(), viewer, model, request);
    }
  }

  private static void remember(AfterTask then, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(AfterTask.COOKIE, then.name()).path("/tasks")
        .httpOnly(true).sameSite("Lax").maxAge(Duration.ofDays(365)).build().toString());
  }
}
