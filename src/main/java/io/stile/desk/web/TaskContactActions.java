package io.stile.desk.web;

import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interaction.Direction;
import io.stile.desk.ContactLog;
import io.stile.engine.UnitOfWork;
import io.stile.web.Problem;
import io.stile.web.Refused.Kind;
import io.stile.web.Viewer;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import io.stile.work.TaskRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Logs a contact from the page of a task. What is refused comes back with what was typed. */
@Controller
@PreAuthorize("hasRole('EMPLOYEE')")
class TaskContactActions {

  /** Attribute of the model: the contact that was not accepted. */
  static final String DRAFT = "contactDraft";
  /** What stands there if nothing was sent. */
  static final Draft NOTHING = Draft.NONE;

  private final TaskPage page;
  private final RequestScreen screen;
  private final TaskLookup tasks;
  private final ContactLog contacts;
  private final Contacts after;
  private final UnitOfWork unitOfWork;

  TaskContactActions(TaskPage page, RequestScreen screen, TaskLookup tasks, ContactLog contacts, Contacts after,
      UnitOfWork unitOfWork) {
    this.page = page;
    this.screen = screen;
    this.tasks = tasks;
    this.contacts = contacts;
    this.after = after;
    this.unitOfWork = unitOfWork;
  }

  /** @param reopen whether the request, which was closed, is to be opened again because of it */
  @PostMapping("/tasks/{id}/contacts")
  String log(@PathVariable long id, @RequestParam(defaultValue = "PHONE") Channel channel,
      @RequestParam(defaultValue = "IN") Direction direction, @RequestParam(defaultValue = "") String said,
      @RequestParam(defaultValue = "false") boolean reopen, Viewer by, Model model, HttpServletRequest request,
      HttpServletResponse response, RedirectAttributes redirect) {
    Task task = tasks.byId(id).orElseThrow(() -> new TaskRefused(Kind.UNKNOWN, "There is no task " + id));
    try {
      redirect.addFlashAttribute("message", unitOfWork.of(() ->
          after.logged(contacts.log(task.request(), channel, direction, by.signIn(), said), reopen, by.signIn())));
      return "redirect:/tasks/" + id;
    } catch (RuntimeException refused) {
      Problem problem = screen.problem(refused).orElseThrow(() -> refused);
      response.setStatus(problem.status().value());
      model.addAttribute(DRAFT, new Draft("contact",
          Map.of("channel", channel.name(), "direction", direction.name(), "said", said), problem));
      return page.show(id, null, null, by, model, request);
    }
  }
}
