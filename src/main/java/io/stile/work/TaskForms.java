package io.stile.work;

import io.stile.form.FormField;
import io.stile.form.FormSchema;
import io.stile.catalogue.Forms;
import io.stile.engine.Tasks;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.Answers;
import io.stile.request.StartForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The form of a task, in the version with which its request started, and what it is given to show and to choose from. */
@Component
public class TaskForms {

  /** What a protocol is about, in the engine's names: of no use to people. */
  private static final Set<String> PROTOCOL_FACTS = Set.of("lateTask", "promise", "wholeRequest", "subject");

  private static final String COLLEAGUES = "colleagues";
  private static final String DOERS = "doers";
  /** The lists of options that the form of any task, or of a joint decision, can have. */
  static final Set<String> LISTS = Set.of(COLLEAGUES, DOERS);

  private final Forms forms;
  private final StartForm startForm;
  private final Answers answers;
  private final Tasks steps;
  private final Organisation organisation;
  private final ObjectProvider<OptionLists> lists;

  TaskForms(Forms forms, StartForm startForm, Answers answers, Tasks steps, Organisation organisation,
      ObjectProvider<OptionLists> lists) {
    this.forms = forms;
    this.startForm = startForm;
    this.answers = answers;
    this.steps = steps;
    this.organisation = organisation;
    this.lists = lists;
  }

  /** The form of a task, empty if the step has none. */
  public Optional<FormSchema> form(Task task) {
    return Optional.ofNullable(task.form()).map(form -> forms.form(task.model(), form));
  }

  /**
   * What the form of a task is given: the facts of its process, what was answered before, the customer's contracts, and
   * the members of its department. The later of two wins.
   */
  public Map<String, Object> given(Task task) {
    Map<String, Object> given = new LinkedHashMap<>(startForm.given(task.customer()));
    given.putAll(answers.latest(task.request()));
    if (task.isLive()) {
      given.putAll(steps.facts(task.step()));
    }
    given.put(COLLEAGUES, colleagues(task));
    if (JointDecision.PROCESS.equals(task.process())) {
      given.put(DOERS, doers());
    }
    lists.forEach(list -> given.putAll(list.of(task)));
    return given;
  }

  /**
   * What the form of a task shows when it is opened: what it is given, without the earlier answers to those of its fields
   * that can be changed. A step that is done again starts with empty fields, not with what did not work last time; one
   * that was taken back starts with what was entered.
   */
  public Map<String, Object> shown(Task task) {
    Map<String, Object> shown = given(task);
    PROTOCOL_FACTS.forEach(shown::remove);
    Map<String, Object> answered = answers.latest(task.request());
    form(task).ifPresent(form -> form.fields().stream().filter(field -> !field.readonly() && !field.disabled())
        .map(FormField::key).filter(answered::containsKey).forEach(shown::remove));
    if (task.isLive()) {
      shown.putAll(answers.takenBack(task.id()));
    }
    return shown;
  }

  /** Who could do a task that was returned twice. */
  private List<Map<String, String>> doers() {
    return Stream.concat(
        organisation.departments().stream().map(each -> Map.of("value", each.key(), "label", each.name())),
        Stream.of(Map.of("value", Receivers.OWNER, "label", "The owner of the request"))).toList();
  }

  /** For a lead to whom a protocol has come, those whom he leads. */
  private List<Map<String, String>> colleagues(Task task) {
    List<Employee> members = task.department() != null ? organisation.membersOf(task.department())
        : Receivers.TARGET.equals(task.role()) ? led(task.assignee()) : List.of();
    return members.stream().map(member -> Map.of("value", member.signIn(), "label", member.name())).toList();
  }

  private List<Employee> led(String lead) {
    return organisation.departments().stream().filter(department -> department.lead().equals(lead))
        .flatMap(department -> organisation.membersOf(department.key()).stream())
        .filter(member -> !member.signIn().equals(lead)).distinct().toList();
  }
}
