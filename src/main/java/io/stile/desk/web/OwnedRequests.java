package io.stile.desk.web;

import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.desk.ClockView;
import io.stile.desk.ClockViews;
import io.stile.desk.Names;
import io.stile.desk.web.ConsultSheets.Marked;
import io.stile.notification.Notices;
import io.stile.organisation.Organisation;
import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import io.stile.work.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import static java.util.stream.Collectors.groupingBy;


/** The open requests that an employee owns, where they stand, and what their customers were promised. */
@Component
class OwnedRequests {

  private static final int SHOWN = 100;
  private static final int PROMISES = 6;

  private final Requests requests;
  private final Promises promises;
  private final TaskLookup tasks;
  private final Customers customers;
  private final Organisation organisation;
  private final ClockViews clocks;
  private final ConsultSheets consults;
  private final Notices notices;
  private final Clock clock;

  OwnedRequests(Requests requests, Promises promises, TaskLookup tasks, Customers customers, Organisation organisation,
      ClockViews clocks, ConsultSheets consults, Notices notices, Clock clock) {
    this.requests = requests;
    this.promises = promises;
    this.tasks = tasks;
    this.customers = customers;
    this.organisation = organisation;
    this.clocks = clocks;
    this.consults = consults;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * What somebody owns.
   *
   * @param more     whether there are more requests than are listed
   * @param promises the next ones that are due
   */
  record Owned(List<OwnedRequest> requests, boolean more, List<DuePromise> promises) {

    /** How many of those listed have a promise or a step that is late. */
    public long late() {
      return requests.stream().filter(OwnedRequest::late).count();
    }

    /** How many of those listed need the owner's attention. */
    public long attention() {
      return requests.stream().filter(request -> request.marked().attention()).count();
    }
  }

  /**
   * A request in the list.
   *
   * @param promise  its clock, or null if nothing is promised
   * @param stations where it is now; empty while it waits
   * @param marked   whose answer it waits for, and whether one has arrived
   * @param onlyPromises whether nothing but promises is left of it
   */
  record OwnedRequest(String number, String type, String customer, ClockView promise, List<Station> stations, Marked marked,
                      boolean onlyPromises) {

    /** Whether its promise or one of its steps is late. */
    public boolean late() {
      return promise != null && promise.isLate() || stations.stream().anyMatch(Station::late);
    }
  }

  /** A live task of a request: whose it is, a department's or a person's; {@code waiting} is null if it does not wait. */
  record Station(long task, String name, String with, boolean late, Waiting waiting) {}

  /** A promise that is due; {@code what} is null if it is the one that the whole request will be done. */
  record DuePromise(String request, String what, String customer, ClockView clock) {}

  Owned of(String owner) {
    List<Request> read = requests.ownedBy(owner, SHOWN + 1);
    List<Request> listed = withNews(owner, read.subList(0, Math.min(read.size(), SHOWN)));
    Map<Long, String> customerNames = new HashMap<>();
    listed.forEach(request -> customerNames.computeIfAbsent(request.customer(), this::nameOf));
    List<Promise> open = promises.openOf(owner, 2 * SHOWN);
    List<OwnedRequest> lines = lines(listed, open, customerNames);
    Map<String, String> customerOf = lines.stream()
        .collect(Collectors.toMap(OwnedRequest::number, OwnedRequest::customer));
    return new Owned(lines, read.size() > SHOWN, open.stream().filter(promise -> customerOf.containsKey(promise.request()))
        .limit(PROMISES).map(promise -> new DuePromise(promise.request(),
            promise.ofRequest() ? null : promise.what(), customerOf.get(promise.request()), clocks.ofPromise(promise))).toList());
  }

  /** However long the list is: a request whose customer has just been in touch is on it. */
  private List<Request> withNews(String owner, List<Request> first) {
    Set<String> listed = first.stream().map(request -> request.number().value()).collect(Collectors.toSet());
    Stream<Request> news = notices.contactsUnread(owner).stream().filter(number -> !listed.contains(number))
        .flatMap(number -> requests.byNumber(number).stream()).filter(request -> request.isOpen() && request.owner().equals(owner));
    return Stream.concat(first.stream(), news).toList();
  }

  private List<OwnedRequest> lines(List<Request> listed, List<Promise> open, Map<Long, String> customerNames) {
    Map<String, Promise> promised = open.stream().filter(Promise::ofRequest)
        .collect(Collectors.toMap(Promise::request, promise -> promise));
    Map<String, List<Task>> live = tasks.liveOf(listed.stream().map(request -> request.number().value()).toList())
        .stream().collect(groupingBy(Task::request));
    Names names = new Names(organisation);
    Instant now = clock.instant();
    Map<String, Marked> marked = consults.marked(listed.stream().map(request -> request.number().value()).toList());
    return listed.stream().map(request -> {
      String number = request.number().value();
      ClockView promise = Optional.ofNullable(promised.get(number)).map(clocks::ofPromise).orElse(null);
      List<Station> stations = live.getOrDefault(number, List.of()).stream().map(task -> new Station(task.id(),
          task.name(), names.holder(task), task.isLate(now), task.waiting())).toList();
      return new OwnedRequest(number, request.typeName(), customerNames.get(request.customer()), promise, stations,
          marked.getOrDefault(number, Marked.NONE), request.onlyPromisesLeft());
    }).sorted(Comparator.comparing(OwnedRequests::urgency)).toList();
  }

  private static Instant urgency(OwnedRequest request) {
    return request.promise() == null ? Instant.MAX : request.promise().due();
  }

  private String nameOf(long customer) {
    return customers.byId(customer).map(Customer::name).orElse("customer " + customer);
  }
}
