package io.stile.desk;

import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.PhoneNumbers;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.promise.Keepers;
import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.web.Times;
import io.stile.web.Viewer;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads promises the way pages show them. */
@Component
public class PromiseViews {

  private static final String PROCESS = "promise";
  private static final int MOST = 100;

  private final Promises promises;
  private final Keepers keepers;
  private final Requests requests;
  private final Customers customers;
  private final PhoneNumbers phones;
  private final Organisation organisation;
  private final TaskLookup tasks;
  private final Times times;
  private final Clock clock;

  PromiseViews(Promises promises, Keepers keepers, Requests requests, Customers customers, PhoneNumbers phones,
      Organisation organisation, TaskLookup tasks, Times times, Clock clock) {
    this.promises = promises;
    this.keepers = keepers;
    this.requests = requests;
    this.customers = customers;
    this.phones = phones;
    this.organisation = organisation;
    this.tasks = tasks;
    this.times = times;
    this.clock = clock;
  }

  /** A promise other than a request's own, empty if there is none of that id. */
  public Optional<PromiseView> of(long id, Viewer viewer) {
    return promises.byId(id).filter(promise -> !promise.ofRequest()).map(promise -> view(promise, viewer, new Names(organisation)));
  }

  /** The promise that a task is about, empty for other tasks. */
  public Optional<PromiseView> ofTask(Task task, Viewer viewer) {
    return task.process().equals(PROCESS) && task.subject() != null ? of(Long.parseLong(task.subject()), viewer) : Optional.empty();
  }

  /** Those of a request, without its own: open ones first, the one due first first. */
  public List<PromiseView> ofRequest(Request request, Viewer viewer) {
    return views(promises.ofRequest(request.number().value()).stream().filter(promise -> !promise.ofRequest())
        .sorted((one, other) -> one.isOpen() == other.isOpen() ? one.dueAt().compareTo(other.dueAt()) : one.isOpen() ? -1 : 1)
        .toList(), viewer);
  }

  /** What the reader has promised for today or before, the one due first first. */
  public List<PromiseView> dueToday(Viewer viewer) {
    Instant tomorrow = clock.instant().atZone(viewer.zone()).toLocalDate().plusDays(1).atStartOfDay(viewer.zone()).toInstant();
    return views(promises.toKeep(viewer.signIn(), tomorrow, MOST), viewer);
  }

  /** Everything that the reader is to keep. */
  public List<PromiseView> mine(Viewer viewer) {
    return views(promises.toKeep(viewer.signIn(), Instant.parse("9999-01-01T00:00:00Z"), MOST), viewer);
  }

  /** What the members of departments are to keep, without what the reader is to keep himself. */
  public List<PromiseView> ofTeams(Collection<String> departments, Viewer viewer) {
    return views(promises.toKeepIn(departments, MOST).stream()
        .filter(promise -> !promise.keeper().equals(viewer.signIn())).toList(), viewer);
  }

  private List<PromiseView> views(List<Promise> read, Viewer viewer) {
    Names names = new Names(organisation);
    return read.stream().map(promise -> view(promise, viewer, names)).toList();
  }

  private PromiseView view(Promise promise, Viewer viewer, Names names) {
    Request request = requests.byNumber(promise.request()).orElseThrow();
    String reader = viewer.signIn();
    return new PromiseView(promise, request, customers.byId(request.customer()).map(Customer::name).orElse(""),
        names.employee(promise.keeper()), names.employee(promise.givenBy()), names.employee(promise.settledBy()),
        written(promise.phone()), window(promise.from(), promise.dueAt(), viewer.zone()), state(promise),
        promise.isOpen() ? taskOf(promise) : null, promises.attempts(promise.id()).stream().map(attempt ->
            new PromiseView.Tried(attempt, names.employee(attempt.by()), written(attempt.phone()))).toList(),
        promises.renewals(promise.id()), promise.isOpen() && keepers.mayKeep(promise, reader),
        promise.isOpen() && keepers.mayDecide(promise, reader), keepers.mayTakeOver(promise, reader));
  }

  private String written(String phone) {
    return phone == null ? null : phones.written(phone);
  }

  /** When it is to be kept, as people say it. */
  private String window(Instant from, Instant until, ZoneId zone) {
    if (from == null) {
      return "by " + times.moment(until, zone);
    }
    boolean oneDay = from.atZone(zone).toLocalDate().equals(until.atZone(zone).toLocalDate());
    return times.moment(from, zone) + " – " + (oneDay ? times.time(until, zone) : times.moment(until, zone));
  }

  private String state(Promise promise) {
    Instant now = clock.instant();
    if (!promise.isOpen()) {
      return "done";
    }
    return promise.isLate(now) ? "late" : promise.from() != null && now.isBefore(promise.from()) ? "wait" : "ok";
  }

  private Long taskOf(Promise promise) {
    return tasks.liveOf(List.of(promise.request())).stream().filter(task -> task.process().equals(PROCESS)
        && String.valueOf(promise.id()).equals(task.subject()) && task.stepKey().equals("UserTask_KeepPromise"))
        .map(Task::id).findFirst().orElse(null);
  }
}
