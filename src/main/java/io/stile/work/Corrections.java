package io.stile.work;

import io.stile.form.FormAnswers;
import io.stile.form.FormSchema;
import io.stile.engine.Feel;
import io.stile.request.AnswerCorrection;
import io.stile.request.Answers;
import io.stile.request.Answers.Answer;
import io.stile.request.AnswersRefused;
import io.stile.request.Correction;
import io.stile.request.CorrectionRules;
import io.stile.request.OpeningCorrection;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.request.Requests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects slips in the forms of a request, checked against the same forms. The journal keeps the old values; what was
 * decided on them stays decided, and is named.
 */
@Service
public class Corrections {

  private static final int LONGEST_REASON = 2_000;

  private final Requests requests;
  private final Answers answers;
  private final OpeningCorrection opening;
  private final AnswerCorrection correction;
  private final CorrectionRules rules;
  private final TaskTable tasks;
  private final TaskForms forms;
  private final Feel feel;

  Corrections(Requests requests, Answers answers, OpeningCorrection opening, AnswerCorrection correction,
      CorrectionRules rules, TaskTable tasks, TaskForms forms, Feel feel) {
    this.requests = requests;
    this.answers = answers;
    this.opening = opening;
    this.correction = correction;
    this.rules = rules;
    this.tasks = tasks;
    this.forms = forms;
    this.feel = feel;
  }

  /**
   * A slip in the answers to a form.
   *
   * @param answer  id of the answers
   * @param version their version that the one who corrects them saw
   * @param right   the right answers, by field
   */
  public record Slip(long answer, int version, Map<String, Object> right, String reason) {}

  /** Whether somebody may correct answers of a request; those of a protocol are what somebody decided, and stay. */
  public boolean mayCorrect(Request request, Answer answer, String employee) {
    return rules.mayCorrect(request, answer.by(), employee) && isOfTheRequestType(request, answer);
  }

  private boolean isOfTheRequestType(Request request, Answer answer) {
    return answer.task() == null
        || tasks.byId(answer.task()).filter(task -> task.process().equals(request.type())).isPresent();
  }

  /** The answers of that id of a request, empty if it has none. */
  public Optional<Answer> answer(String number, long id) {
    return answers.of(number).stream().filter(answer -> answer.id() == id).findFirst();
  }

  /**
   * Corrects a slip.
   *
   * @throws RequestRefused if there are no such answers, they were corrected meanwhile, or the employee may not
   * @throws AnswersRefused naming every field at fault; nothing was changed
   */
  @Transactional
  public Correction correct(String number, Slip slip, String employee) {
    Request request = requests.lock(number);
    Answer wrong = answer(number, slip.answer()).orElseThrow(() -> new RequestRefused(RequestRefused.Kind.UNKNOWN,
        "%s has no answers %d".formatted(number, slip.answer())));
    rules.require(request, wrong.by(), employee);
    if (!isOfTheRequestType(request, wrong)) {
      throw new RequestRefused(RequestRefused.Kind.CONFLICT,
          "“%s” is what somebody decided, and that was carried out; it cannot be corrected".formatted(wrong.step()));
    }
    if (wrong.version() != slip.version()) {
      throw new RequestRefused(RequestRefused.Kind.CONFLICT,
          "“%s” was corrected by somebody else meanwhile; look at it again".formatted(wrong.step()));
    }
    String reason = reason(slip.reason());
    List<String> decided = wrong.task() == null ? opening.correct(request, wrong, slip.right(), employee, reason)
        : ofTask(request, wrong, slip.right(), employee, reason);
    return new Correction(requests.byNumber(number).orElseThrow(), decided, null);
  }

  private List<String> ofTask(Request request, Answer wrong, Map<String, Object> typed, String employee, String reason) {
    Task task = tasks.byId(wrong.task()).orElseThrow();
    FormSchema form = forms.form(task).orElseThrow();
    Map<String, Object> given = forms.given(task);
    FormAnswers checked = form.check(typed, given, feel);
    if (!checked.problems().isEmpty()) {
      throw new AnswersRefused(checked.problems());
    }
    return correction.correct(request, wrong, form, given, checked.accepted(), employee, reason);
  }

  private static String reason(String typed) {
    String reason = typed == null ? "" : typed.strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON || reason.indexOf(0) >= 0) {
      throw RequestRefused.invalid("reason", "Say in 1 to %d characters why it is corrected.".formatted(LONGEST_REASON));
    }
    return reason;
  }
}
