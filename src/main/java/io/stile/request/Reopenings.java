package io.stile.request;

import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.engine.CaseKey;
import io.stile.engine.Processes;
import io.stile.organisation.Calendars;
import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.sla.PromisedTime;
import io.stile.sla.Target;
import io.stile.sla.WorkingCalendar;
import io.stile.web.Refused.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens closed requests again. Such a request runs through {@code bpmn/reopened.bpmn}: what its type asks for is done
 * already, but its customer is not content with it.
 */
@Service
public class Reopenings {

  /** Id of the process that carries a request that was opened again. */
  static final String PROCESS = "reopened";

  private final RequestTable table;
  private final ReopeningTable reopenings;
  private final Merges merges;
  private final RepeatContacts repeatContacts;
  private final RequestTypes types;
  private final Organisation organisation;
  private final Calendars calendars;
  private final Clocks clocks;
  private final Journal journal;
  private final Processes processes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Reopenings(RequestTable table, ReopeningTable reopenings, Merges merges, RepeatContacts repeatContacts, RequestTypes types,
      Organisation organisation, Calendars calendars, Clocks clocks, Journal journal, Processes processes,
      ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.reopenings = reopenings;
    this.merges = merges;
    this.repeatContacts = repeatContacts;
    this.types = types;
    this.organisation = organisation;
    this.calendars = calendars;
    this.clocks = clocks;
    this.journal = journal;
    this.processes = processes;
    this.events = events;
    this.clock = clock;
  }

  /** Whether a request can be opened again now. */
  public boolean isPossible(Request request) {
    return AfterEnd.isReopenable(request, clock.instant()) && merges.intoOf(request.number().value()).isEmpty();
  }

  /**
   * Opens a request again that was closed less than seven days ago. Its owner owns it again, or his lead if he has left; the
   * time in between counts for no clock.
   *
   * @param by      sign-in name of who opens it again; any employee may
   * @param reason  what the customer says; must not be empty
   * @param contact id of the interaction in which he said it, which counts as a repeat contact; null if none was logged
   * @throws RequestRefused if it or the interaction is unknown, is open (the message says who was faster), was withdrawn or merged, or has ended
   *     too long ago
   */
  @Transactional
  public Request reopen(String number, String by, String reason, Long contact) {
    Request closed = table.lock(number).orElseThrow(
        () -> new RequestRefused(Kind.UNKNOWN, "There is no request " + number));
    requireReopenable(closed);
    String why = FreeText.required("reason", reason, "Say what the customer says.");
    if (contact != null && !repeatContacts.isAbout(contact, number)) {
      throw RequestRefused.invalid("interaction", "There is no interaction %d about %s; expected the id of one.".formatted(contact, number));
    }
    Instant now = clock.instant();
    String owner = ownerOf(closed);
    long id = reopenings.insert(closed, owner, by, why, now);
    table.beginTenure(number, owner, by, why, now);
    clocks.openAgain(number, Clocks.END_TO_END, now);
    Map<String, String> details = new HashMap<>(Map.of("reason", why, "owner", owner));
    details.put("former", owner.equals(closed.owner()) ? null : closed.owner());
    journal.add(number, JournalKind.REOPENED, by, details);
    if (contact != null) {
      repeatContacts.count(contact, number);
    }
    events.publishEvent(new RequestReopened(number, owner, by, promised(closed, now), why, now));
    processes.start(PROCESS, new CaseKey(number), Map.of("subject", String.valueOf(id)));
    return table.byNumber(number).orElseThrow();
  }

  private void requireReopenable(Request request) {
    String number = request.number().value();
    merges.intoOf(number).ifPresent(into -> {
      throw new RequestRefused(Kind.CONFLICT, "%s was merged into %s; it goes on there".formatted(number, into));
    });
    if (request.isOpen()) {
      List<Reopening> before = reopenings.of(number);
      throw new RequestRefused(Kind.CONFLICT, before.isEmpty() ? number + " is open; it needs not be opened again"
          : "%s is open again already: %s has just opened it".formatted(number, name(before.get(before.size() - 1).by())));
    }
    if (!AfterEnd.isReopenable(request, clock.instant())) {
      throw new RequestRefused(Kind.CONFLICT, request.state() == Request.State.WITHDRAWN
          ? number + " was withdrawn; open a new request instead"
          : "%s has been closed for more than %d days; open a new request and link it".formatted(number,
              AfterEnd.REOPENABLE.toDays()));
    }
  }

  private String name(String signIn) {
    return organisation.employee(signIn).map(Employee::name).orElse(signIn);
  }

  private String ownerOf(Request closed) {
    String owner = closed.owner();
    Stream<String> leads = organisation.departments().stream()
        .filter(department -> organisation.isMember(owner, department.key())).map(Department::lead);
    return Stream.of(Stream.of(owner), leads, organisation.managers().stream().map(Employee::signIn)).flatMap(each -> each)
        .filter(this::isActive).findFirst()
        .orElseThrow(() -> new RequestRefused(Kind.CONFLICT, "Nobody is there who could own " + closed.number()));
  }

  private boolean isActive(String signIn) {
    return organisation.employee(signIn).filter(Employee::active).isPresent();
  }

  /** What the model promises whoever has to come back, counted as the first promise was. */
  private Instant promised(Request request, Instant now) {
    WorkingCalendar calendar = calendars.byKey(
        types.byKey(request.type()).map(RequestType::calendar).orElse("front-office"));
    Target target = types.models().stream().filter(model -> model.process().equals(PROCESS)).findFirst()
        .flatMap(model -> model.property("promiseAnew")).map(Target::parse).orElseThrow();
    return PromisedTime.roundUpToQuarterHour(calendar.due(now, target), calendar.zone());
  }

  /** How often a request was opened again, and why; oldest first. */
  public List<Reopening> of(String number) {
    return reopenings.of(number);
  }

  /** The last time that a request was opened again; empty if it never was. */
  public Optional<Reopening> last(String number) {
    List<Reopening> all = of(number);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }
}
