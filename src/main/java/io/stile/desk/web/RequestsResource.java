package io.stile.desk.web;

import io.stile.consult.ConsultMarks;
import io.stile.consult.ConsultReader;
import io.stile.customer.Interaction.Channel;
import io.stile.engine.UnitOfWork;
import io.stile.handover.HandOvers;
import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.Closing;
import io.stile.request.Journal;
import io.stile.request.JournalEntry;
import io.stile.request.LeftOver;
import io.stile.request.Opening;
import io.stile.request.Merges;
import io.stile.request.References;
import io.stile.request.RepeatContacts;
import io.stile.request.Request;
import io.stile.request.RequestNumber;
import io.stile.request.Requests;
import io.stile.request.Verification;
import io.stile.web.EntityTags;
import io.stile.web.FieldProblem;
import io.stile.web.Part;
import io.stile.web.Refusal;
import io.stile.web.Words;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Requests for programs. */
@RestController
@RequestMapping("/api/v1/requests")
@PreAuthorize("hasRole('EMPLOYEE')")
class RequestsResource {

  private final Requests requests;
  private final Promises promises;
  private final TaskLookup tasks;
  private final References references;
  private final ConsultReader consults;
  private final Journal journal;
  private final Closing closing;
  private final HandOvers handOvers;
  private final RepeatContacts repeatContacts;
  private final Merges merges;
  private final EntityTags tags;
  private final UnitOfWork unitOfWork;

  RequestsResource(Requests requests, Promises promises, TaskLookup tasks, References references, ConsultReader consults,
      Journal journal, Closing closing, HandOvers handOvers, RepeatContacts repeatContacts, Merges merges, EntityTags tags,
      UnitOfWork unitOfWork) {
    this.repeatContacts = repeatContacts;
    this.merges = merges;
    this.requests = requests;
    this.promises = promises;
    this.tasks = tasks;
    this.references = references;
    this.consults = consults;
    this.journal = journal;
    this.closing = closing;
    this.handOvers = handOvers;
    this.tags = tags;
    this.unitOfWork = unitOfWork;
  }

  /**
   * What is sent to open a request.
   *
   * @param type key of the request type
   * @param customer id of the customer
   * @param channel {@code phone}, {@code mail}, {@code shop}, {@code chat}, {@code letter}, {@code voicemail} or {@code missed-call}; {@code phone} if it is left out
   * @param told the customer's own words
   * @param data the answers to the start form, by the key of the field
   * @param verification how the caller was verified; left out where nobody was
   * @param interaction id of the interaction with this customer from which it comes, for a second request from the same
   *     call: its channel counts, and its words if {@code told} is left out; left out for a contact of its own
   */
  record NewRequest(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String type,
                    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Long customer, String channel, String told, Map<String, Object> data,
                    CallerVerification verification, Long interaction) {}

  /**
   * How a caller was verified, and with what result; both are required.
   *
   * @param method {@code password}, {@code code}, {@code questions}, {@code identity-card} or {@code none}
   * @param result {@code passed}, {@code failed} or {@code not-done}
   */
  record CallerVerification(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String method,
                            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String result) {

    Verification read() {
      return new Verification(required("verification.method", Verification.Method.class, method),
          required("verification.result", Verification.Result.class, result));
    }
  }

  /**
   * What is sent to withdraw a request.
   *
   * @param reason why the customer does not want it any more
   * @param promises what becomes of open promises to the customer other than the request's own: {@code keep} has the request stay
   *     open until the last of them is settled, {@code drop} ends them; left out if there are none
   */
  record Withdrawal(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason, String promises) {}

  /**
   * A live task of a request.
   *
   * @param id names the task
   * @param name verb and object
   * @param step key of the step in the model
   * @param state {@code open} or {@code claimed}
   * @param department key of the department in whose queue it is; null if it is for one person
   * @param assignee sign-in name of who does it; null while nobody has claimed it
   * @param due when its target runs out; null if it has none
   * @param waitingUntil until when it waits for the customer or for a third party at the latest; null if it does not wait
   * @param reference the number under which somebody else has the same matter; null if none is kept
   */
  record LiveTask(long id, String name, String step, String state, String department, String assignee, Instant due,
                  Instant waitingUntil, String reference) {}

  /**
   * A request.
   *
   * @param number its number, for example {@code SR-1000426}
   * @param type key of its request type
   * @param state {@code open}, {@code closed} or {@code withdrawn}
   * @param outcome name of the end event that it reached; null while it is open
   * @param customer id of the customer
   * @param contract number of the contract that it is about; null if it is about none
   * @param owner sign-in name of the employee who is accountable
   * @param opener sign-in name of the employee who opened it
   * @param channel how the customer reached us
   * @param told the customer's own words
   * @param openedAt when it was opened
   * @param promise what the customer was told last: when it will be done
   * @param due the end-to-end target, which is never moved
   * @param closedAt when it ended; null while it is open
   * @param interaction id of the interaction from which it came; requests from one call share it
   * @param handOver the offer to somebody else that nobody has answered yet; null if there is none
   * @param onlyPromisesLeft whether its work has ended, and it is open only because of promises to the customer
   * @param tasks those that somebody has still to do
   * @param blockedBy who is asked for an answer that somebody needs to go on
   * @param needsAttention whether an answer has arrived that neither owner nor lead has taken note of
   * @param repeatContacts how often the customer had to get in touch again about it
   * @param mergedInto number of the request as which it goes on; null if it was not merged
   */
  record RequestDetail(String number, String type, String state, String outcome, long customer, String contract,
                       String owner, String opener, String channel, String told, Instant openedAt, Instant promise,
                       Instant due, Instant closedAt, Long interaction, OpenOffer handOver, boolean onlyPromisesLeft,
                       List<LiveTask> tasks, List<BlockedBy> blockedBy, boolean needsAttention, int repeatContacts,
                       String mergedInto) {}

  /**
   * One thing that happened.
   *
   * @param id grows with time
   * @param at when it happened
   * @param kind what happened, for example {@code task-completed}
   * @param actor sign-in name of who did it; null if the platform did
   * @param text what happened, in words
   * @param details the facts in the words
   */
  record Entry(long id, Instant at, String kind, String actor, String text, Map<String, String> details) {}

  /** Opens a request for a customer: it gets its number, its owner and its promise, and its first tasks. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<RequestDetail> open(@RequestBody NewRequest asked, Authentication asker) {
    Opening opening = opening(asked, asker.getName());
    Request opened = unitOfWork.of(() -> requests.open(opening));
    RequestDetail detail = detail(opened);
    return ResponseEntity.created(URI.create("/api/v1/requests/" + opened.number())).eTag(tags.of(detail)).body(detail);
  }

  private static Opening opening(NewRequest asked, String opener) {
    List<FieldProblem> missing = new ArrayList<>();
    if (asked.type() == null) {
      missing.add(new FieldProblem("type", "Expected the key of a request type."));
    }
    if (asked.customer() == null) {
      missing.add(new FieldProblem("customer", "Expected the id of a customer."));
    }
    if (!missing.isEmpty()) {
      throw Refusal.invalid(missing);
    }
    return new Opening(asked.type(), asked.customer(), opener, channel(asked.channel()), asked.told(),
        asked.verification() == null ? null : asked.verification().read(), asked.data() == null ? Map.of() : asked.data(),
        asked.interaction());
  }

  private static Channel channel(String word) {
    Channel channel = Words.parse("channel", Channel.class, word);
    return channel == null ? Channel.PHONE : channel;
  }

  private static <E extends Enum<E>> E required(String field, Class<E> type, String word) {
    return Words.parse(field, type, word == null || word.isBlank() ? "nothing" : word);
  }

  /**
   * Ends a request that its customer does not want any more: for its owner, its opener, or a lead of theirs.
   *
   * @param number of the request, for example {@code SR-1000426}
   * @param ifMatch tag of the request as it was read: if it has changed since, nothing is done
   */
  @PostMapping("/{number}/withdraw")
  ResponseEntity<RequestDetail> withdraw(@PathVariable String number,
      @RequestHeader(name = EntityTags.IF_MATCH, required = false) String ifMatch, @RequestBody Withdrawal asked, Authentication asker) {
    String known = required(number).number().value();
    LeftOver leftOver = Words.parse("promises", LeftOver.class, asked.promises());
    return unitOfWork.of(() -> {
      if (ifMatch != null) {
        tags.require(ifMatch, detail(requests.lock(known)));
      }
      closing.withdraw(known, asker.getName(), asked.reason(), leftOver);
      return tagged(required(known));
    });
  }

  /**
   * One request; its tag changes with everything in it.
   *
   * @param number of the request, for example {@code SR-1000426}
   */
  @GetMapping("/{number}")
  ResponseEntity<RequestDetail> show(@PathVariable String number) {
    return unitOfWork.snapshot(() -> tagged(required(number)));
  }

  private ResponseEntity<RequestDetail> tagged(Request request) {
    RequestDetail detail = detail(request);
    return ResponseEntity.ok().eTag(tags.of(detail)).body(detail);
  }

  /**
   * What has happened to a request, oldest first.
   *
   * @param number of the request, for example {@code SR-1000426}
   */
  @GetMapping("/{number}/journal")
  Part<Entry> journal(@PathVariable String number) {
    Request request = required(number);
    return Part.whole(journal.of(request.number().value()).stream().map(RequestsResource::entry).toList());
  }

  private Request required(String number) {
    return RequestNumber.parse(number).flatMap(parsed -> requests.byNumber(parsed.value()))
        .orElseThrow(() -> Refusal.notFound("request " + number));
  }

  private static Entry entry(JournalEntry entry) {
    return new Entry(entry.id(), entry.at(), Words.of(entry.kind()),
        entry.actor(), entry.told(), entry.details());
  }

  private RequestDetail detail(Request request) {
    String number = request.number().value();
    ConsultMarks marks = consults.marksOf(number);
    return new RequestDetail(number, request.type(), request.state().word(), request.outcome(), request.customer(),
        request.contract(), request.owner(), request.opener(), Words.of(request.channel()),
        request.told(), request.openedAt(), promises.promiseOf(number).map(Promise::dueAt).orElse(null),
        request.dueAt(), request.closedAt(), request.interaction(),
        handOvers.openOf(number).map(OpenOffer::of).orElse(null), request.onlyPromisesLeft(), live(number), BlockedBy.of(marks),
        marks.needsAttention(), repeatContacts.of(number), merges.intoOf(number).map(merges::survivorOf).orElse(null));
  }

  private List<LiveTask> live(String number) {
    List<Task> live = tasks.ofRequest(number).stream().filter(Task::isLive).toList();
    Map<Long, String> known = references.of(live.stream().map(Task::id).toList());
    return live.stream().map(task -> line(task, known.get(task.id()))).toList();
  }

  private static LiveTask line(Task task, String reference) {
    return new LiveTask(task.id(), task.name(), task.stepKey(), task.state().word(), task.department(),
        task.assignee(), task.dueAt(), task.isWaiting() ? task.waiting().until() : null, reference);
  }
}
