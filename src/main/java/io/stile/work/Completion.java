package io.stile.work;

import io.stile.engine.Feel;
import io.stile.engine.Tasks;
import io.stile.form.FormAnswers;
import io.stile.form.FormSchema;
import io.stile.request.Answers;
import io.stile.request.AnswersRefused;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Requests;
import io.stile.web.Refused.Kind;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finishing a task. The engine does not guard it: whoever knows a step's name could complete it, so it is done here. */
@Service
public class Completion {

  private final Requests requests;
  private final Claims claims;
  private final TaskForms forms;
  private final Feel feel;
  private final Answers answers;
  private final Journal journal;
  private final Tasks steps;
  private final SequelTable sequels;

  Completion(Requests requests, Claims claims, TaskForms forms, Feel feel, Answers answers, Journal journal,
      Tasks steps, SequelTable sequels) {
    this.requests = requests;
    this.claims = claims;
    this.forms = forms;
    this.feel = feel;
    this.answers = answers;
    this.journal = journal;
    this.steps = steps;
    this.sequels = sequels;
  }

  /**
   * Completes a task: checks its form, keeps the answers and moves the process on, in one transaction.
   *
   * @param employee sign-in name; must be the present assignee
   * @throws TaskRefused    if it is not his any more; the message says what happened
   * @throws AnswersRefused naming every field at fault; nothing was changed
   */
  @Transactional
  public void complete(long id, String employee, Map<String, Object> typed) {
    requests.lock(claims.required(id).request());
    complete(claims.locked(id), employee, typed);
  }

  /**
   * Completes a task as it was when the employee saw it, otherwise like {@link #complete(long, String, Map)}.
   *
   * @param seen the version that he saw
   * @throws TaskRefused also if it is his, but was given back or handed over and has come back to him since
   */
  @Transactional
  public void complete(long id, int seen, String employee, Map<String, Object> typed) {
    requests.lock(claims.required(id).request());
    Task task = claims.locked(id);
    claims.requireAssignee(task, employee);
    if (task.version() != seen) {
      throw new TaskRefused(Kind.CONFLICT,
          "“%s” left your hands and came back since you looked at it".formatted(task.name()));
    }
    complete(task, employee, typed);
  }

  private void complete(Task task, String employee, Map<String, Object> typed) {
    claims.requireAssignee(task, employee);
    if (!claims.mayWork(task, employee)) {
      throw new TaskRefused(Kind.FORBIDDEN, "“%s” may not be done by you".formatted(task.name()));
    }
    if (task.isReturned()) {
      throw new TaskRefused(Kind.CONFLICT,
          "“%s” was returned to you; answer what is missing and send it on".formatted(task.name()));
    }
    Map<String, Object> accepted = accepted(task, typed);
    if (task.form() != null) {
      answers.keep(task.request(), task.id(), task.name(), task.form(), employee, accepted);
    }
    journal.add(task.request(), JournalKind.TASK_COMPLETED, employee,
        claims.naming(task, employee, Map.of("task", task.name(), "step", task.stepKey())));
    claims.takeOver(task, employee);
    sequels.keep(task.id(), steps.complete(task.step(), accepted));
  }

  private Map<String, Object> accepted(Task task, Map<String, Object> typed) {
    Optional<FormSchema> form = forms.form(task);
    if (form.isEmpty()) {
      return Map.of();
    }
    FormAnswers checked = form.get().check(typed, forms.given(task), feel);
    if (!checked.problems().isEmpty()) {
      throw new AnswersRefused(checked.problems());
    }
    return checked.accepted();
  }
}
