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
import io.stile.request.Opening;
import io.stile.request.Ownership;
import io.stile.request.Request;
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
 * duty now, and keeps the customer until somebody takes it. The owner of the request stays who he is,
 * unless the request was opened for just this conversation: that goes with it.
 */
@Service
public class Conversations implements StepTarget {

  static final String PROCESS = "warm-hand-over";
  /** The type of request that carries a conversation until it is known what the customer needs. */
  private static final String ENQUIRY = "general-enquiry";
  private static final String OVER = "warm-hand-over.over";

  private final WarmHandOverTable table;
  private final Requests requests;
  private final Ownership ownership;
  private final Organisation organisation;
  private final Duty duty;
  private final TaskLookup tasks;
  private final Processes processes;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Conversations(WarmHandOverTable table, Requests requests, Ownership ownership, Organisation organisation, Duty duty,
      TaskLookup tasks, Processes processes, Journal journal, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.requests = requests;
    this.ownership = ownership;
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
    return offer(new NewWarmHandOver(number, to, FreeText.optional("words", words), by, false));
  }

  /**
   * Asks somebody to take over the conversation with a customer who has no request about it yet. A general enquiry is opened
   * for it, so that the customer's words are kept and somebody is accountable: whoever asks, and from then on whoever takes it.
   *
   * @throws RequestRefused as {@link #offer(String, Target, String, String)} does, and if nothing was said
   */
  @Transactional
  public WarmHandOver offer(NewConversation asked) {
    String said = FreeText.required("said", asked.said(), "Write down what the customer says: it is not asked twice.");
    requireSomebody(asked.to(), asked.by());
    Request enquiry = requests.open(new Opening(ENQUIRY, asked.customer(), asked.by(), asked.channel(), said, null, Map.of(), null,
        asked.by()));
    return offer(new NewWarmHandOver(enquiry.number().value(), asked.to(), FreeText.optional("words", asked.words()), asked.by(), true));
  }

  private WarmHandOver offer(NewWarmHandOver offer) {
    String number = offer.request();
    if (!requests.lock(number).isOpen()) {
      throw new RequestRefused(Kind.CONFLICT, number + " is not open any more");
    }
    if (!table.openOf(number).isEmpty()) {
      throw new RequestRefused(Kind.CONFLICT, "Somebody is asked already to take over this conversation");
    }
    requireSomebody(offer.to(), offer.by());
    long id = table.insert(offer, clock.instant());
    Map<String, String> details = new HashMap<>(Map.of("whom",
        offer.to().employee() != null ? offer.to().employee() : nameOf(offer.to().department())));
    details.put("words", offer.words());
    journal.add(number, JournalKind.CONVERSATION_OFFERED, offer.by(), details);
    processes.start(PROCESS, new CaseKey(number), Map.of("subject", String.valueOf(id)));
    return table.byId(id).orElseThrow();
  }

  private void requireSomebody(Target to, String by) {
    whyNot(to, by).ifPresent(why -> {
      throw RequestRefused.invalid("to", why);
    });
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

  private String nameOfEmployee(String signIn) {
    return organisation.employee(signIn).map(Employee::name).orElse(signIn);
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
    if (open.owns()) {
      ownership.accepted(open.request(), taker, taker, "The conversation goes on with " + nameOfEmployee(taker));
    }
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

  /** The warm hand-over that a task takes; empty if the task is about something else. */
  public Optional<WarmHandOver> takenBy(Task task) {
    return task.process().equals(PROCESS) ? table.byId(Long.parseLong(task.subject())) : Optional.empty();
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
