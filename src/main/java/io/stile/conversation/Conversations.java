package io.stile.conversation;

import io.stile.conversation.WarmHandOver.State;
import io.stile.engine.ActionCall;
import io.stile.engine.CaseKey;
import io.stile.engine.Processes;
import io.stile.organisation.Department;
import io.stile.organisation.Duty;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.FreeText;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.RequestClosed;
import io.stile.request.RequestRefused;
import io.stile.request.Requests;
import io.stile.web.Refused.Kind;
import io.stile.work.StepTarget;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passes conversations on ({@code bpmn/warm-hand-over.bpmn}): whoever has the customer on the line asks somebody who is on
 * duty now, and keeps the customer until somebody takes it. The owner of the request stays who he is.
 */
@Service
public class Conversations implements StepTarget {

  static final String PROCESS = "warm-hand-over";
  private static final String OVER = "warm-hand-over.over";

  private final WarmHandOverTable table;
  private final Requests requests;
  private final Organisation organisation;
  private final Duty duty;
  private final TaskLookup tasks;
  private final Processes processes;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Conversations(WarmHandOverTable table, Requests requests, Organisation organisation, Duty duty, TaskLookup tasks,
      Processes processes, Journal journal, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.requests = requests;
    this.organisation = organisation;
    this.duty = duty;
    this.tasks = tasks;
    this.processes = processes;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Asks somebody to take a conversation over.
   *
   * @param to    an employee or a department, on duty now
   * @param words what he should know before he speaks; may be empty
   * @param by    sign-in name of who has the customer on the line
   * @throws RequestRefused if the request is unknown or not open, somebody is asked already, nobody is on duty there, or
   *                        one asks himself
   */
  @Transactional
  public WarmHandOver offer(String number, Target to, String words, String by) {
    String said = FreeText.optional("words", words);
    if (!requests.lock(number).isOpen()) {
      throw new RequestRefused(Kind.CONFLICT, number + " is not open any more");
    }
    if (!table.openOf(number).isEmpty()) {
      throw new RequestRefused(Kind.CONFLICT, "Somebody is asked already to take over this conversation");
    }
    whyNot(to, by).ifPresent(why -> {
      throw RequestRefused.invalid("to", why);
    });
    long id = table.insert(number, to, said, by, clock.instant());
    Map<String, String> details = new HashMap<>(Map.of("whom", to.employee() != null ? to.employee() : nameOf(to.department())));
    details.put("words", said);
    journal.add(number, JournalKind.CONVERSATION_OFFERED, by, details);
    processes.start(PROCESS, new CaseKey(number), Map.of("subject", String.valueOf(id)));
    return table.byId(id).orElseThrow();
  }

  private Optional<String> whyNot(Target to, String by) {
    if (by.equals(to.employee())) {
      return Optional.of("You have the conversation already.");
    }
    if (to.employee() != null) {
      String name = organisation.employee(to.employee()).filter(Employee::active).map(Employee::name).orElse(null);
      return name == null ? Optional.of("Expected an employee; '%s' is none.".formatted(to.employee()))
          : duty.available(to.employee(), clock.instant()) ? Optional.empty() : Optional.of(name + " is not on duty now.");
    }
    if (organisation.departments().stream().map(Department::key).noneMatch(to.department()::equals)) {
      return Optional.of("Expected a department; '%s' is none.".formatted(to.department()));
    }
    return duty.availableMembers(to.department(), clock.instant()).stream().anyMatch(member -> !member.signIn().equals(by))
        ? Optional.empty() : Optional.of("Nobody of %s is on duty now.".formatted(nameOf(to.department())));
  }

  private String nameOf(String department) {
    return organisation.department(department).map(Department::name).orElse(department);
  }

  /**
   * Ends the offer: the customer hung up, or the asker goes on himself.
   *
   * @param by sign-in name of who made the offer
   * @throws RequestRefused if there is no such offer, it is somebody else's, or it has ended
   */
  @Transactional
  public void drop(long id, String by) {
    WarmHandOver known = table.byId(id).orElseThrow(() -> new RequestRefused(Kind.UNKNOWN, "There is no warm hand-over " + id));
    requests.lock(known.request());
    WarmHandOver now = table.byId(id).orElseThrow();
    if (!now.offeredBy().equals(by)) {
      throw new RequestRefused(Kind.FORBIDDEN, "Only whoever has the customer on the line takes the question back");
    }
    if (!now.isOpen()) {
      throw new RequestRefused(Kind.CONFLICT, now.takenBy() == null ? "Nobody is asked any more" : "It was taken over already");
    }
    end(now);
  }

  @EventListener
  void drop(RequestClosed closed) {
    table.openOf(closed.number()).forEach(this::end);
  }

  private void end(WarmHandOver open) {
    table.end(open.id(), State.DROPPED, null, clock.instant());
    processes.tell(OVER, new CaseKey(open.request()), Map.of("subject", String.valueOf(open.id())), Map.of());
  }

  void recordTaken(ActionCall call) {
    WarmHandOver open = of(call.subject());
    String taker = tasks.ofRequest(open.request()).stream()
        .filter(task -> task.process().equals(PROCESS) && call.subject().equals(task.subject()))
        .filter(task -> task.state() == Task.State.DONE).reduce((first, last) -> last).map(Task::assignee).orElseThrow();
    if (taker.equals(open.offeredBy())) {
      throw new RequestRefused(Kind.FORBIDDEN, "You have the conversation already; somebody else takes it over");
    }
    table.end(open.id(), State.TAKEN, taker, clock.instant());
    journal.add(open.request(), JournalKind.CONVERSATION_TAKEN, taker, Map.of("from", open.offeredBy()));
    events.publishEvent(new ConversationEnded(open.id(), open.request(), open.offeredBy(), taker, clock.instant()));
  }

  void recordMissed(ActionCall call) {
    missed(of(call.subject()));
  }

  private void missed(WarmHandOver open) {
    table.end(open.id(), State.MISSED, null, clock.instant());
    journal.add(open.request(), JournalKind.CONVERSATION_MISSED, null, Map.of());
    events.publishEvent(new ConversationEnded(open.id(), open.request(), open.offeredBy(), null, clock.instant()));
  }

  /** The last warm hand-over of a request, whatever became of it; empty if there was none. */
  public Optional<WarmHandOver> lastOf(String request) {
    return table.ofRequest(request, 1).stream().findFirst();
  }

  /** The warm hand-overs of a request, the last one first. */
  public List<WarmHandOver> ofRequest(String request, int limit) {
    return table.ofRequest(request, limit);
  }

  /** The step in which a warm hand-over waits to be taken; empty if it has ended. */
  public Optional<Task> step(WarmHandOver offered) {
    return tasks.ofRequest(offered.request()).stream().filter(Task::isLive)
        .filter(task -> task.process().equals(PROCESS) && String.valueOf(offered.id()).equals(task.subject())).findFirst();
  }

  @Override
  public String process() {
    return PROCESS;
  }

  @Override
  public Target of(String subject, String step) {
    WarmHandOver open = of(subject);
    return open.employee() != null ? Target.employee(open.employee()) : Target.department(open.department());
  }

  /** Whoever leaves takes nothing over any more: whoever has the customer hears at once that nobody comes. */
  @Override
  public boolean passOn(String subject, String step, String from, String by) {
    WarmHandOver open = of(subject);
    missed(open);
    processes.tell(OVER, new CaseKey(open.request()), Map.of("subject", subject), Map.of());
    return true;
  }

  private WarmHandOver of(String subject) {
    return table.byId(Long.parseLong(subject))
        .orElseThrow(() -> new IllegalArgumentException("There is no warm hand-over " + subject));
  }
}
