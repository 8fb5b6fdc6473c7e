package io.stile.handover;

import io.stile.engine.CaseKey;
import io.stile.engine.Processes;
import io.stile.handover.HandOver.State;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Ownership;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.web.Refused.Kind;
import io.stile.work.Completion;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers of ownership. The owner stays accountable until the one to whom the request was offered accepts it; there is one open
 * offer of a request at most. Each is a process of its own ({@code bpmn/hand-over.bpmn}), and its answer a task.
 */
@Service
public class HandOvers {

  static final String PROCESS = "hand-over";

  private final HandOverTable table;
  private final Offers offers;
  private final HandOverEnds ends;
  private final Requests requests;
  private final Ownership ownership;
  private final Organisation organisation;
  private final TaskLookup tasks;
  private final Completion completion;
  private final Journal journal;
  private final Processes processes;
  private final News news;
  private final Clock clock;

  HandOvers(HandOverTable table, Offers offers, HandOverEnds ends, Requests requests, Ownership ownership,
      Organisation organisation, TaskLookup tasks, Completion completion, Journal journal, Processes processes, News news,
      Clock clock) {
    this.table = table;
    this.offers = offers;
    this.ends = ends;
    this.requests = requests;
    this.ownership = ownership;
    this.organisation = organisation;
    this.tasks = tasks;
    this.completion = completion;
    this.journal = journal;
    this.processes = processes;
    this.news = news;
    this.clock = clock;
  }

  /**
   * Offers a request: to an employee, or to a department and so to its least loaded available member; while nobody of it is at work
   * to its lead. Its owner stays accountable.
   *
   * @throws HandOverRefused if a value cannot be accepted, the request has ended or is offered to somebody already, or the one who asks
   *     is neither its owner nor his lead
   * @throws io.stile.request.RequestRefused if there is no such request
   */
  @Transactional
  public HandOver offer(NewHandOver asked) {
    Request request = requests.lock(asked.request());
    whyNot(request, asked.by()).ifPresent(refused -> {
      throw refused;
    });
    NewHandOver offer = offers.read(asked);
    Instant now = clock.instant();
    String receiver = offers.receiver(offer, request, now);
    long id = table.insert(offer, request.owner(), receiver, now, offers.leadAskedAt(receiver, request, now));
    journal.add(offer.request(), JournalKind.HAND_OVER_OFFERED, offer.by(),
        Map.of("to", receiver, "reason", offer.reason(), "left", offer.left()));
    processes.start(PROCESS, new CaseKey(offer.request()), Map.of("subject", String.valueOf(id)));
    HandOver offered = required(id);
    news.offered(offered, step(offered).map(Task::id).orElse(null));
    return offered;
  }

  private Optional<HandOverRefused> whyNot(Request request, String by) {
    String number = request.number().value();
    if (!request.isOpen()) {
      return refused(Kind.CONFLICT, "%s is %s; there is nothing left to hand over", number, request.state().word());
    }
    if (!ownership.mayHandOver(request, by)) {
      return refused(Kind.FORBIDDEN, "Only its owner %s and his lead may hand over %s", nameOf(request.owner()), number);
    }
    return table.openOf(number).flatMap(open -> refused(Kind.CONFLICT,
        "%s is offered to %s already, who has not answered yet; take that offer back first", number, nameOf(open.answerer())));
  }

  private static Optional<HandOverRefused> refused(Kind kind, String words, Object... values) {
    return Optional.of(new HandOverRefused(kind, words.formatted(values)));
  }

  /**
   * Makes the one to whom it was offered the owner. The same as completing his task.
   *
   * @param by sign-in name; must be the one who can answer
   * @throws HandOverRefused if it is not open any more (the message says what happened), or it was offered to somebody else
   */
  @Transactional
  public HandOver accept(long id, String by) {
    return answer(answerable(id, by), by, Map.of("answer", "accept"));
  }

  /**
   * Leaves the request with its owner, who is told why.
   *
   * @param by         sign-in name; must be the one who can answer
   * @param reason     why; 1 to 2,000 characters
   * @param department key of a better department; null or empty for none
   * @param employee   sign-in name of a better employee; null or empty for none
   * @throws HandOverRefused as for {@link #accept}, and if a value cannot be accepted
   */
  @Transactional
  public HandOver decline(long id, String by, String reason, String department, String employee) {
    HandOver open = answerable(id, by);
    Declined why = offers.read(reason, department, employee);
    Map<String, Object> answers = new HashMap<>(Map.of("answer", "decline", "declineReason", why.reason()));
    answers.put("betterDepartment", why.department());
    answers.put("betterEmployee", why.employee());
    answers.values().removeIf(Objects::isNull);
    return answer(open, by, answers);
  }

  private HandOver answer(HandOver open, String by, Map<String, Object> answers) {
    Task step = step(open).orElseThrow(() -> new IllegalStateException("Hand-over %d is open without a step".formatted(open.id())));
    completion.complete(step.id(), by, answers);
    return required(open.id());
  }

  private HandOver answerable(long id, String by) {
    HandOver open = locked(id);
    if (!open.answerer().equals(by)) {
      throw new HandOverRefused(Kind.FORBIDDEN, "%s is offered to %s; nobody else can accept or decline it"
          .formatted(open.request(), nameOf(open.answerer())));
    }
    return open;
  }

  /**
   * Takes an offer back that nobody has answered.
   *
   * @param by sign-in name of the owner, or of who leads him
   * @throws HandOverRefused if it is not open any more (the message says what happened), or the one who asks may not
   */
  @Transactional
  public HandOver withdraw(long id, String by) {
    HandOver open = locked(id);
    if (!ownership.mayHandOver(requests.lock(open.request()), by)) {
      throw new HandOverRefused(Kind.FORBIDDEN, "Only the owner %s and his lead may take the offer of %s back"
          .formatted(nameOf(open.giver()), open.request()));
    }
    ends.end(open, State.WITHDRAWN, by, null);
    return required(id);
  }

  /**
   * Puts aside that nobody took a request: its owner keeps it.
   *
   * @throws HandOverRefused if there is no such hand-over, or the one who asks may not hand the request over
   */
  @Transactional
  public void see(long id, String by) {
    HandOver ended = required(id);
    if (!ownership.mayHandOver(requests.lock(ended.request()), by)) {
      throw new HandOverRefused(Kind.FORBIDDEN, "Only the owner of %s and his lead may put that aside".formatted(ended.request()));
    }
    table.see(id);
  }

  /** The request first, as everybody does who changes it or its tasks. */
  private HandOver locked(long id) {
    requests.lock(required(id).request());
    HandOver now = required(id);
    if (!now.isOpen()) {
      throw new HandOverRefused(Kind.CONFLICT, "The offer of %s is not open any more: %s".formatted(now.request(), standing(now)));
    }
    return now;
  }

  /** What became of an offer, in words: "Jonas Hale has accepted it". */
  public String standing(HandOver handOver) {
    return switch (handOver.state()) {
      case OPEN -> nameOf(handOver.answerer()) + " has not answered yet";
      case ACCEPTED -> nameOf(handOver.endedBy()) + " has accepted it";
      case DECLINED -> nameOf(handOver.endedBy()) + " has declined it";
      case WITHDRAWN -> nameOf(handOver.endedBy()) + " has taken it back";
      case LAPSED -> handOver.answer();
    };
  }

  /** The live task in which an open offer is answered; empty if it is not open. */
  public Optional<Task> step(HandOver handOver) {
    return tasks.ofRequest(handOver.request()).stream().filter(Task::isLive).filter(task -> task.process().equals(PROCESS))
        .filter(task -> String.valueOf(handOver.id()).equals(task.subject())).findFirst();
  }

  /** The offer that a task answers; empty if the task is about something else. */
  public Optional<HandOver> answeredBy(Task task) {
    return task.process().equals(PROCESS) ? table.byId(Long.parseLong(task.subject())) : Optional.empty();
  }

  public Optional<HandOver> byId(long id) {
    return table.byId(id);
  }

  /** All hand-overs of a request, oldest first. */
  public List<HandOver> ofRequest(String request) {
    return table.ofRequest(request);
  }

  /** The open hand-over of a request, empty if it is not offered to anybody. */
  public Optional<HandOver> openOf(String request) {
    return table.openOf(request);
  }

  /** The last hand-over of each of these requests, by the number of the request; one that was never offered is missing. */
  public Map<String, HandOver> latestOf(Collection<String> numbers) {
    return numbers.isEmpty() ? Map.of()
        : table.latestOf(numbers).stream().collect(Collectors.toMap(HandOver::request, Function.identity()));
  }

  /** What somebody has to answer, oldest first. */
  public List<HandOver> openFor(String employee, int limit) {
    return table.openFor(employee, limit);
  }

  private HandOver required(long id) {
    return table.byId(id).orElseThrow(() -> new HandOverRefused(Kind.UNKNOWN, "There is no hand-over " + id));
  }

  private String nameOf(String signIn) {
    return organisation.employee(signIn).map(Employee::name).orElse(signIn);
  }
}
