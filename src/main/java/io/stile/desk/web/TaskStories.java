package io.stile.desk.web;

import io.stile.catalogue.Forms;
import io.stile.customer.Contract;
import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.Interaction;
import io.stile.customer.Interaction.Direction;
import io.stile.customer.Interactions;
import io.stile.desk.web.TaskStory.Contact;
import io.stile.desk.web.TaskStory.StepResult;
import io.stile.desk.web.TaskStory.Told;
import io.stile.engine.Feel;
import io.stile.engine.ModelVersion;
import io.stile.organisation.Organisation;
import io.stile.request.Answers;
import io.stile.request.Answers.Answer;
import io.stile.request.Journal;
import io.stile.request.JournalEntry;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.web.Times;
import io.stile.web.Viewer;
import io.stile.work.Task;
import io.stile.work.TaskForms;
import io.stile.work.TaskLookup;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what is known about the request of a task, for the left half of its page. */
@Component
class TaskStories {

  private static final int SHORT = 6;

  private final Requests requests;
  private final Customers customers;
  private final Interactions interactions;
  private final Answers answers;
  private final Journal journal;
  private final Forms forms;
  private final TaskForms taskForms;
  private final TaskLookup tasks;
  private final Organisation organisation;
  private final Feel feel;
  private final Times times;

  TaskStories(Requests requests, Customers customers, Interactions interactions, Answers answers, Journal journal,
      Forms forms, TaskForms taskForms, TaskLookup tasks, Organisation organisation, Feel feel, Times times) {
    this.requests = requests;
    this.customers = customers;
    this.interactions = interactions;
    this.answers = answers;
    this.journal = journal;
    this.forms = forms;
    this.taskForms = taskForms;
    this.tasks = tasks;
    this.organisation = organisation;
    this.feel = feel;
    this.times = times;
  }

  /** The story of a task's request as a viewer reads it. */
  TaskStory of(Task task, Viewer viewer) {
    EmployeeNames names = new EmployeeNames(organisation);
    Request request = requests.byNumber(task.request()).orElseThrow();
    Customer customer = customers.byId(request.customer()).orElseThrow();
    List<JournalEntry> entries = journal.of(task.request()).stream()
        .sorted(Comparator.comparingLong(JournalEntry::id).reversed()).toList();
    return new TaskStory(request, customer, contract(request), names.of(request.opener()), names.of(request.owner()),
        contacts(request, names), results(task, request, names),
        entries.stream().filter(entry -> entry.kind() == JournalKind.NOTE).map(entry -> note(entry, names)).toList(),
        entries.stream().filter(entry -> entry.kind() != JournalKind.NOTE).limit(SHORT)
            .map(entry -> told(entry, names, viewer)).toList());
  }

  /** What happened to a request after an entry of its journal, oldest first. */
  List<Told> since(String request, long seen, Viewer viewer) {
    EmployeeNames names = new EmployeeNames(organisation);
    return journal.of(request).stream().filter(entry -> entry.id() > seen)
        .map(entry -> entry.kind() == JournalKind.NOTE ? note(entry, names) : told(entry, names, viewer)).toList();
  }

  private Contract contract(Request request) {
    return Optional.ofNullable(request.contract()).flatMap(customers::contract).orElse(null);
  }

  /** Without the first, which came with the opening: it stands above as the customer's own words. */
  private List<Contact> contacts(Request request, EmployeeNames names) {
    return interactions.ofRequest(request.number().value()).stream().skip(1)
        .map(contact -> new Contact(way(contact), names.of(contact.employee()), contact.at(), contact.said())).toList();
  }

  private static String way(Interaction contact) {
    String channel = contact.channel().name().toLowerCase(Locale.ROOT);
    return contact.direction() == Direction.IN ? "from the customer by " + channel : "to the customer by " + channel;
  }

  private List<StepResult> results(Task task, Request request, EmployeeNames names) {
    List<Task> steps = tasks.ofRequest(task.request());
    Map<String, Object> given = taskForms.given(task);
    return answers.of(task.request()).stream().map(answer -> new StepResult(stepOf(answer, request), names.of(answer.by()),
        answer.at(), forms.form(versionOf(answer, steps, request), answer.form())
            .describe(answer.fields(), given, feel))).filter(result -> !result.lines().isEmpty()).toList();
  }

  /** The start form has no step: its answers stand under the name of the request's type. */
  private static String stepOf(Answer answer, Request request) {
    return answer.step().equals(request.typeName()) ? "When the request was opened" : answer.step();
  }

  /** The version whose form was answered: that of the task with this form, or the request's own for its start form. */
  private static ModelVersion versionOf(Answer answer, List<Task> steps, Request request) {
    return steps.stream().filter(step -> answer.form().equals(step.form())).map(Task::model).findFirst()
        .orElse(request.model());
  }

  private static Told note(JournalEntry entry, EmployeeNames names) {
    return new Told(entry.id(), names.of(entry.actor()), entry.at(), entry.details().get("text"));
  }

  private Told told(JournalEntry entry, EmployeeNames names, Viewer viewer) {
    return new Told(entry.id(), names.of(entry.actor()), entry.at(),
        entry.told(new ReaderWords(names, times, viewer.zone())));
  }
}
