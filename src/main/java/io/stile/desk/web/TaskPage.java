package io.stile.desk.web;

import io.stile.web.Viewer;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import io.stile.work.TaskRefused.Kind;
import io.stile.work.TaskRefused;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.WebUtils;

/** A task: at the left what is known already, at the right what is to be done. */
@Controller
@PreAuthorize("hasRole('EMPLOYEE')")
class TaskPage {

  /** Flash attribute: what was typed before the task was claimed. */
  static final String TYPED = "typed";

  private final TaskLookup tasks;
  private final TaskStories stories;
  private final TaskSheets sheets;
  private final TaskWaits waits;

  TaskPage(TaskLookup tasks, TaskStories stories, TaskSheets sheets, TaskWaits waits) {
    this.tasks = tasks;
    this.stories = stories;
    this.sheets = sheets;
    this.waits = waits;
  }

  @GetMapping("/tasks/{id}")
  String show(@PathVariable long id, @RequestParam(required = false) String give, Viewer viewer, Model model,
      HttpServletRequest request) {
    model.addAttribute("giving", give != null);
    return render(id, TaskInput.kept(typed(model)), viewer, model, request);
  }

  /** The page with what a person typed and what is wrong with it. */
  String render(long id, TaskInput input, Viewer viewer, Model model, HttpServletRequest request) {
    Task task = tasks.byId(id).orElseThrow(() -> new TaskRefused(Kind.UNKNOWN, "There is no task " + id));
    Cookie after = WebUtils.getCookie(request, AfterTask.COOKIE);
    model.addAttribute("task", task);
    model.addAttribute("sheet", sheets.of(task, viewer, input.typed()));
    model.addAttribute("story", stories.of(task, viewer));
    model.addAttribute("input", input);
    model.addAttribute("wait", waits.of(task, viewer, (Draft) model.getAttribute(TaskWaits.DRAFT)));
    model.addAttribute("after", AfterTask.remembered(after == null ? null : after.getValue()));
    model.addAttribute("choices", AfterTask.values());
    return "desk/task";
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> typed(Model model) {
    return (Map<String, Object>) model.getAttribute(TYPED);
  }
}
