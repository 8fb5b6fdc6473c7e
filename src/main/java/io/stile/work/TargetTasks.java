package io.stile.work;

import io.stile.engine.StepContext;
import io.stile.request.Clocks;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.References;
import io.stile.request.Request;
import io.stile.work.StepTarget.Target;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps of protocols that are for whoever the protocol concerns ({@code role-target}). */
@Service
public class TargetTasks {

  private final ObjectProvider<StepTarget> targets;
  private final TaskTable tasks;
  private final References references;
  private final Clocks clocks;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TargetTasks(ObjectProvider<StepTarget> targets, TaskTable tasks, References references, Clocks clocks,
      Journal journal, ApplicationEventPublisher events, Clock clock) {
    this.targets = targets;
    this.tasks = tasks;
    this.references = references;
    this.clocks = clocks;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  Target targetOf(StepContext context) {
    return targetOf(context.process(), context.subject(), context.step().key());
  }

  private Target targetOf(String process, String subject, String step) {
    return behind(process, step).of(subject, step);
  }

  private StepTarget behind(String process, String step) {
    return targets.stream().filter(target -> target.process().equals(process)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The step '%s' is for %s, but nobody says who that is in '%s'"
            .formatted(step, Receivers.TARGET, process)));
  }

  /** Has the step of somebody who leaves go to somebody else, or end; false if its protocol cannot do that. */
  boolean passOn(Task task, String by) {
    boolean passed = behind(task.process(), task.stepKey()).passOn(task.subject(), task.stepKey(), task.assignee(), by);
    if (passed) {
      follow(task.process(), task.subject(), by);
    }
    return passed;
  }

  /**
   * Gives the live steps of a protocol to those whom it concerns by now; they stay due when they were. Joins the caller's
   * transaction, which holds the request.
   *
   * @param by sign-in name of who brought the change about, or null if the platform did
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void follow(String process, String subject, String by) {
    tasks.liveAbout(process, subject).stream().filter(task -> Receivers.TARGET.equals(task.role()))
        .forEach(task -> give(task, targetOf(process, subject, task.stepKey()), by));
  }

  /**
   * Has the live steps of a protocol belong to another request of the same customer, as they are: claimed by whom they are and
   * due when they were. Joins the caller's transaction, which holds both requests.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void move(String process, String subject, Request into) {
    String to = into.number().value();
    for (Task task : tasks.liveAbout(process, subject)) {
      tasks.setRequest(task.id(), to, into.type());
      references.move(task.id(), to);
      clocks.move(task.request(), to, Clocks.ofTask(task.id()));
    }
  }

  private void give(Task task, Target target, String by) {
    boolean same = target.employee() == null ? target.department().equals(task.department())
        : task.department() == null && target.employee().equals(task.assignee());
    if (same) {
      return;
    }
    Instant now = clock.instant();
    int version = tasks.receive(task.id(), target.department(), target.employee(), now);
    journal.add(task.request(), JournalKind.TASK_REASSIGNED, by,
        Map.of("task", task.name(), "to", Objects.requireNonNullElse(target.employee(), target.department())));
    if (target.employee() != null && !target.employee().equals(by)) {
      events.publishEvent(
          new TaskAssigned(task.id(), task.name(), task.request(), target.employee(), by, version, now));
    }
  }
}
