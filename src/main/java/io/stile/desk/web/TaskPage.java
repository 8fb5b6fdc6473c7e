package io.stile.desk.web;

import io.stile.engine.UnitOfWork;
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
  private final UnitOfWork unitOfWork;

  TaskPage(TaskLookup tasks, TaskStories stories, TaskSheets sheets, UnitOfWork unitOfWork) {
    this.tasks = tasks;
    this.stories = stories;
    this.sheets = sheets;
    this.unitOfWork = unitOfWork;
  }

  @GetMapping("/tasks/{id}")
  String show(@PathVariable long id, @RequestParam(required = false) String give, Viewer viewer, Model model,
      HttpServletRequest request) {
    model.addAttribute("giving", give != null);
    return render(id, TaskInput.kept(typed(model)), viewer, model, request);
  }

  /** The page with what a person typed and what is wrong with it. */
  String render(long id, TaskInput input, Viewer viewer, Model model, HttpServletRequest request) {
    unitOfWork.snapshot(() -> model.addAllAttributes(read(id, input, viewer)));
    Cookie after = WebUtils.getCookie(request, AfterTask.COOKIE);
    model.addAttribute("input", input);
    model.addAttribute("after", AfterTask.remembered(after == null ? null : after.getValue()));
    model.addAttribute("choices", AfterTask.values());
    return "desk/task";
  }

  private Map<String, Object> read(long id, TaskInput input, Viewer viewer) {
    Task task = tasks.byId(id).orElseThrow(() -> new TaskRefused(Kind.UNKNOWN, "There is no task " + id));
    return Map.of("task", task, "sheet", sheets.of(task, viewer, input.typed()), "story", stories.of(task, viewer));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> typed(Model model) {
    return (Map<String, Object>) model.getAttribute(TYPED);
  }
}
