package io.stile.work;

import io.stile.customer.Interaction;
import io.stile.customer.Interaction.Direction;
import io.stile.customer.InteractionLogged;
import io.stile.engine.Action;
import io.stile.engine.ActionCall;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Requests;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has tasks go on by themselves: at the review date, for which the process {@code waiting} runs the action
 * {@code take-up-task}, and when the customer for whom they wait gets in touch. Whoever works on the task is told.
 */
@Component
class WaitEnds implements Action {

  private static final String DATE = "the review date has come";
  private static final String CONTACT = "the customer got in touch";

  private final TaskTable tasks;
  private final Requests requests;
  private final Pauses pauses;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  WaitEnds(TaskTable tasks, Requests requests, Pauses pauses, Journal journal, ApplicationEventPublisher events,
      Clock clock) {
    this.tasks = tasks;
    this.requests = requests;
    this.pauses = pauses;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "take-up-task";
  }

  @Override
  public Set<String> reads() {
    return Set.of();
  }

  /** Whoever was faster (a person, the customer, the end of the task) has ended the process, too; then nothing is left to do. */
  @Override
  public void run(ActionCall call) {
    requests.lock(call.caseKey().value());
    tasks.lock(Long.parseLong(call.subject())).filter(Task::isWaiting).ifPresent(task -> {
      pauses.endAtReviewDate(task);
      tell(task, DATE, null);
    });
  }

  /**
   * Ends a wait whose review date has come while its process has not noticed yet, so that the timers of the step find it
   * going on. The caller holds the request.
   */
  void catchUp(Task task) {
    pauses.end(task, clock.instant());
    tell(task, DATE, null);
  }

  @EventListener
  void on(InteractionLogged logged) {
    Interaction contact = logged.interaction();
    if (contact.requestNumber() == null || contact.direction() != Direction.IN
        || tasks.waitingOf(contact.requestNumber()).isEmpty()) {
      return;
    }
    requests.lock(contact.requestNumber());
    tasks.waitingOf(contact.requestNumber()).forEach(waiting ->
        tasks.lock(waiting.id()).filter(Task::isWaiting).ifPresent(task -> hear(task, contact)));
  }

  private void hear(Task task, Interaction contact) {
    if (task.waiting().whom() == WaitsFor.CUSTOMER) {
      pauses.end(task, clock.instant());
      tell(task, CONTACT, contact.employee());
    } else if (!worker(task).equals(contact.employee())) {
      events.publishEvent(new ContactDuringWait(task.id(), task.name(), task.request(), worker(task), contact.id(),
          contact.at()));
    }
  }

  /** @param by who made it end, and so need not be told; null if nobody did */
  private void tell(Task task, String why, String by) {
    Instant now = clock.instant();
    journal.add(task.request(), JournalKind.TASK_WAIT_OVER, null, Map.of("task", task.name(), "why", why));
    if (!worker(task).equals(by)) {
      events.publishEvent(new TaskGoesOn(task.id(), task.name(), task.request(), worker(task), why, now));
    }
  }

  private static String worker(Task task) {
    return task.assignee() == null ? task.waiting().by() : task.assignee();
  }
}
