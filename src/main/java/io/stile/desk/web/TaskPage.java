package io.stile.desk.web;

import io.stile.desk.PromiseViews;
import io.stile.draft.Draft;
import io.stile.draft.DraftOf;
import io.stile.draft.Drafts;
import io.stile.engine.UnitOfWork;
import io.stile.web.Refused.Kind;
import io.stile.web.Viewer;
import io.stile.work.TakeBack;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import io.stile.work.TaskRefused;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
  private static final String KEPT = "kept";

  private final TaskLookup tasks;
  private final TaskStories stories;
  private final TaskSheets sheets;
  private final TaskWaits waits;
  private final TaskReturns returns;
  private final OfferSheets offers;
  private final PromiseViews promises;
  private final TakeBack takeBack;
  private final Drafts drafts;
  private final FormDrafts formDrafts;
  private final DraftLines draftLines;
  private final GoodwillSheets goodwill;
  private final ConsultSheets consults;
  private final ObstacleSheets obstacles;
  private final UnitOfWork unitOfWork;

  TaskPage(TaskLookup tasks, TaskStories stories, TaskSheets sheets, TaskWaits waits, TaskReturns returns,
      OfferSheets offers, PromiseViews promises, TakeBack takeBack, Drafts drafts, FormDrafts formDrafts,
      DraftLines draftLines, GoodwillSheets goodwill, ConsultSheets consults, ObstacleSheets obstacles,
      UnitOfWork unitOfWork) {
    this.tasks = tasks;
    this.stories = stories;
    this.sheets = sheets;
    this.waits = waits;
    this.returns = returns;
    this.offers = offers;
    this.promises = promises;
    this.takeBack = takeBack;
    this.drafts = drafts;
    this.formDrafts = formDrafts;
    this.draftLines = draftLines;
    this.goodwill = goodwill;
    this.consults = consults;
    this.obstacles = obstacles;
    this.unitOfWork = unitOfWork;
  }

  @GetMapping("/tasks/{id}")
  String show(@PathVariable long id, @RequestParam(required = false) String give,
      @RequestParam(required = false) UUID draft, Viewer viewer, Model model, HttpServletRequest request) {
    model.addAttribute("giving", give != null);
    Map<String, Object> typed = typed(model);
    Optional<Draft> begun = typed == null ? begun(id, draft, viewer) : Optional.empty();
    begun.ifPresent(found -> model.addAttribute(KEPT, FormDraft.restored(found)));
    TaskInput input = TaskInput.kept(begun.map(TaskPage::answers).orElse(typed));
    return render(id, input, null, viewer, model, request);
  }

  /** The draft that is named, otherwise the one changed last. */
  private Optional<Draft> begun(long id, UUID draft, Viewer viewer) {
    List<Draft> all = drafts.ofTask(viewer.signIn(), id);
    return all.stream().filter(each -> each.id().equals(draft)).findFirst().or(() -> all.stream().findFirst());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> answers(Draft draft) {
    return draft.typed().get("answers") instanceof Map<?, ?> answers ? (Map<String, Object>) answers : Map.of();
  }

  /**
   * The page with what a person typed and what is wrong with it.
   *
   * @param draft id of the draft in which he typed it, or null
   */
  String render(long id, TaskInput input, UUID draft, Viewer viewer, Model model, HttpServletRequest request) {
    Task task = unitOfWork.snapshot(() -> read(id, input, viewer, model));
    Cookie after = WebUtils.getCookie(request, AfterTask.COOKIE);
    if (!model.containsAttribute(KEPT)) {
      model.addAttribute(KEPT, formDrafts.again(draft, DraftOf.task(task.customer(), task.request(), id), viewer.signIn()));
    }
    model.addAttribute("begun",
        draftLines.ofTask(viewer.signIn(), id, ((FormDraft) model.getAttribute(KEPT)).id()));
    model.addAttribute("input", input);
    model.addAttribute("after", AfterTask.remembered(after == null ? null : after.getValue()));
    model.addAttribute("choices", AfterTask.values());
    return "desk/task";
  }

  private Task read(long id, TaskInput input, Viewer viewer, Model model) {
    Task task = tasks.byId(id).orElseThrow(() -> new TaskRefused(Kind.UNKNOWN, "There is no task " + id));
    model.addAttribute("task", task);
    model.addAttribute("takeBack", takeBack.mayTakeBack(task, viewer.signIn())
        ? new TakeBackOffer(takeBack.whyNot(task).orElse(null)) : null);
    model.addAttribute("sheet", sheets.of(task, viewer, input.typed()));
    TaskStory story = stories.of(task, viewer);
    model.addAttribute("story", story);
    ConsultSheet asking = consults.of(story.request(), task, viewer.signIn(), ConsultSheets.draft(model));
    model.addAttribute("asking", asking);
    model.addAttribute("question", consults.about(task, asking).orElse(null));
    if (!model.containsAttribute(TaskContactActions.DRAFT)) {
      model.addAttribute(TaskContactActions.DRAFT, TaskContactActions.NOTHING);
    }
    model.addAttribute("obstacle", obstacles.of(task.request()));
    model.addAttribute("proposed", goodwill.proposedIn(task).orElse(null));
    model.addAttribute("handOver", offers.answeredBy(task, viewer.signIn()));
    model.addAttribute("wait", waits.of(task, viewer, model));
    model.addAttribute("promise", promises.ofTask(task, viewer).orElse(null));
    model.addAttribute("back", returns.of(task, viewer, model));
    return task;
  }

  private static Map<String, Object> typed(Model model) {
    return model.getAttribute(TYPED) instanceof TypedAnswers typed ? typed.fields() : null;
  }
}
