package io.stile.desk;

import io.stile.form.FormLine;
import io.stile.catalogue.Forms;
import io.stile.engine.Feel;
import io.stile.request.Answers;
import io.stile.request.Answers.Answer;
import io.stile.request.Request;
import io.stile.request.StartForm;
import io.stile.work.Task;
import io.stile.work.TaskForms;
import io.stile.work.TaskLookup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the answers of a request in the words of the forms on which they were given. */
@Component
class AnswersReader {

  private final Answers answers;
  private final Forms forms;
  private final StartForm startForm;
  private final TaskForms taskForms;
  private final TaskLookup tasks;
  private final Feel feel;

  AnswersReader(Answers answers, Forms forms, StartForm startForm, TaskForms taskForms, TaskLookup tasks, Feel feel) {
    this.answers = answers;
    this.forms = forms;
    this.startForm = startForm;
    this.taskForms = taskForms;
    this.tasks = tasks;
    this.feel = feel;
  }

  /** In the order in which they were given; forms on which nothing was entered are left out. */
  List<AnswersView> of(Request request, Names names) {
    List<Task> all = tasks.ofRequest(request.number().value());
    return answers.of(request.number().value()).stream()
        .map(answer -> new AnswersView(answer, answer.step(), names.employee(answer.by()), answer.at(),
            lines(request, answer, all)))
        .filter(view -> !view.lines().isEmpty()).toList();
  }

  private List<FormLine> lines(Request request, Answer answer, List<Task> all) {
    Optional<Task> task = all.stream()
        .filter(each -> answer.task() == null ? answer.form().equals(each.form()) : answer.task() == each.id()).findFirst();
    if (task.isPresent()) {
      return taskForms.form(task.get()).orElseThrow().describe(answer.fields(), taskForms.given(task.get()), feel);
    }
    Map<String, Object> given = startForm.given(request.customer());
    return forms.form(request.openedOn(), answer.form()).describe(answer.fields(), given, feel);
  }
}
