package io.stile.desk.web;

import io.stile.desk.Names;
import io.stile.organisation.Organisation;
import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.References;
import io.stile.web.Viewer;
import io.stile.work.ReviewDates;
import io.stile.work.Task;
import io.stile.work.TaskReferences;
import io.stile.work.Waits;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Reads what the page of a task shows about waiting and about others' numbers. */
@Component
class TaskWaits {

  /** Attribute of the model: the form about waiting that was not accepted. */
  static final String DRAFT = "waitDraft";

  private final Waits waits;
  private final ReviewDates reviewDates;
  private final TaskReferences taskReferences;
  private final References references;
  private final Promises promises;
  private final Organisation organisation;
  private final Clock clock;

  TaskWaits(Waits waits, ReviewDates reviewDates, TaskReferences taskReferences, References references,
      Promises promises, Organisation organisation, Clock clock) {
    this.waits = waits;
    this.reviewDates = reviewDates;
    this.taskReferences = taskReferences;
    this.references = references;
    this.promises = promises;
    this.organisation = organisation;
    this.clock = clock;
  }

  /** @param model of the page; holds under {@link #DRAFT} what was not accepted just now, if anything was */
  TaskWait of(Task task, Viewer viewer, Model model) {
    Draft draft = (Draft) model.getAttribute(DRAFT);
    String by = task.isWaiting() ? new Names(organisation).employee(task.waiting().by()) : null;
    Instant promised = promises.promiseOf(task.request()).filter(promise -> promise.state() == Promise.State.OPEN)
        .map(Promise::dueAt).orElse(null);
    return new TaskWait(task.waiting(), by, waits.mayWait(task, viewer.signIn()), proposed(task, viewer), promised,
        references.of(task.id()).orElse(null), taskReferences.mayKeep(task, viewer.signIn()),
        draft == null ? Draft.NONE : draft);
  }

  private String proposed(Task task, Viewer viewer) {
    return Optional.ofNullable(task.isWaiting() ? task.waiting().until() : null)
        .or(() -> reviewDates.proposed(task, clock.instant()))
        .map(at -> LocalDateTime.ofInstant(at, viewer.zone()).truncatedTo(ChronoUnit.MINUTES).toString()).orElse("");
  }
}
