package io.stile.desk.web;

import io.stile.catalogue.Forms;
import io.stile.form.FormSchema;
import io.stile.engine.CaseKey;
import io.stile.engine.ConcurrentChange;
import io.stile.engine.Processes;
import io.stile.engine.UnitOfWork;
import io.stile.request.Answers.Answer;
import io.stile.request.AnswersRefused;
import io.stile.request.Correction;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.request.StartForm;
import io.stile.web.FieldProblem;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import io.stile.work.Corrections;
import io.stile.work.Corrections.Slip;
import io.stile.work.TaskForms;
import io.stile.work.TaskLookup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A slip in the answers to a form: the same form again, and why. */
@Controller
@RequestMapping("/requests/{number}/answers/{answer}")
@PreAuthorize("hasRole('EMPLOYEE')")
class CorrectionPage {

  private final RequestScreen screen;
  private final Corrections corrections;
  private final TaskLookup tasks;
  private final TaskForms taskForms;
  private final Forms forms;
  private final StartForm startForm;
  private final Processes processes;
  private final FormJson json;
  private final UnitOfWork unitOfWork;

  CorrectionPage(RequestScreen screen, Corrections corrections, TaskLookup tasks, TaskForms taskForms, Forms forms,
      StartForm startForm, Processes processes, FormJson json, UnitOfWork unitOfWork) {
    this.screen = screen;
    this.corrections = corrections;
    this.tasks = tasks;
    this.taskForms = taskForms;
    this.forms = forms;
    this.startForm = startForm;
    this.processes = processes;
    this.json = json;
    this.unitOfWork = unitOfWork;
  }

  /** What was typed, and why it was not accepted; {@code refused} and {@code wrongReason} may be null. */
  private record Typed(Map<String, Object> right, String reason, List<FieldProblem> problems, String wrongReason, String refused) {}

  @GetMapping
  ModelAndView show(@PathVariable String number, @PathVariable long answer, Viewer viewer) {
    Request request = screen.required(number);
    Answer wrong = required(request, answer);
    if (!corrections.mayCorrect(request, wrong, viewer.signIn())) {
      throw Refusal.denied("Only the owner of %s, whoever answered this, or their lead may correct it.".formatted(request.number()));
    }
    return page(request, wrong, new Typed(Map.of(), "", List.of(), null, null), HttpStatus.OK);
  }

  @PostMapping
  ModelAndView correct(@PathVariable String number, @PathVariable long answer, @RequestParam int version,
      @RequestParam(defaultValue = "") String answers, @RequestParam(defaultValue = "") String reason, Viewer viewer,
      RedirectAttributes redirect) {
    Request request = screen.required(number);
    Map<String, Object> right = json.answers(answers);
    try {
      Correction done = unitOfWork.of(() -> corrections.correct(request.number().value(),
          new Slip(answer, version, right, reason), viewer.signIn()));
      redirect.addFlashAttribute("message", told(done));
      return new ModelAndView("redirect:/requests/" + request.number());
    } catch (AnswersRefused refused) {
      return page(request, required(request, answer), new Typed(right, reason, refused.problems().stream()
          .map(problem -> new FieldProblem(problem.field(), problem.message())).toList(), null, null), HttpStatus.UNPROCESSABLE_ENTITY);
    } catch (RequestRefused refused) {
      boolean atReason = "reason".equals(refused.field());
      return page(request, required(request, answer), new Typed(right, reason, List.of(), atReason ? refused.getMessage() : null,
          atReason ? null : refused.getMessage()), status(refused));
    } catch (ConcurrentChange faster) {
      return page(request, required(request, answer), new Typed(right, reason, List.of(), null,
          "Somebody else changed the same request at the same instant; look at it and send it again"), HttpStatus.CONFLICT);
    }
  }

  /** What was done, and what was decided before and stays. */
  static String told(Correction done) {
    String told = "It is corrected; the journal has the old values.";
    if (!done.decided().isEmpty()) {
      told += " Already decided on the old values, and not decided again: " + String.join(", ", done.decided()) + ".";
    }
    return done.left() == null ? told : told + " " + done.left() + ".";
  }

  static HttpStatus status(RequestRefused refused) {
    return switch (refused.kind()) {
      case CONFLICT -> HttpStatus.CONFLICT;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case UNKNOWN -> HttpStatus.NOT_FOUND;
      case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
    };
  }

  private Answer required(Request request, long answer) {
    return corrections.answer(request.number().value(), answer)
        .orElseThrow(() -> Refusal.notFound("answer %d of %s".formatted(answer, request.number())));
  }

  private ModelAndView page(Request request, Answer wrong, Typed typed, HttpStatus status) {
    Map<String, Object> model = new LinkedHashMap<>();
    Map<String, Object> data = new LinkedHashMap<>(given(request, wrong));
    data.putAll(wrong.fields());
    data.putAll(typed.right());
    model.put("request", request);
    model.put("answer", wrong);
    model.put("schema", json.schema(form(request, wrong)));
    model.put("data", data);
    model.put("problems", typed.problems());
    model.put("reason", typed.reason());
    model.put("wrongReason", typed.wrongReason());
    model.put("refused", typed.refused());
    model.put("decided", processes.decidedOn(request.type(), new CaseKey(request.number().value()), wrong.fields().keySet()));
    return new ModelAndView("desk/correction", model, status);
  }

  private FormSchema form(Request request, Answer wrong) {
    return wrong.task() == null ? forms.form(request.openedOn(), wrong.form())
        : tasks.byId(wrong.task()).flatMap(taskForms::form).orElseThrow();
  }

  private Map<String, Object> given(Request request, Answer wrong) {
    return wrong.task() == null ? startForm.given(request.customer())
        : tasks.byId(wrong.task()).map(taskForms::given).orElseThrow();
  }
}
