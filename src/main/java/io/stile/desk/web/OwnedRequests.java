package io.stile.desk.web;

import static java.util.stream.Collectors.groupingBy;

import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.organisation.Department;
import io.stile.organisation.Organisation;
import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

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
  private final Clock clock;

  OwnedRequests(Requests requests, Promises promises, TaskLookup tasks, Customers customers, Organisation organisation,
      Clock clock) {
    this.requests = requests;
    this.promises = promises;
    this.tasks = tasks;
    this.customers = customers;
    this.organisation = organisation;
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
  }

  /**
   * A request in the list.
   *
   * @param promise  until when the promise holds, or null if there is none
   * @param stations where it is now; empty while it waits
   */
  record OwnedRequest(String number, String type, String customer, TimeLeft promise, List<Station> stations) {

    /** Whether its promise or one of its steps is late. */
    public boolean late() {
      return promise != null && promise.late() || stations.stream().anyMatch(Station::late);
    }
  }

  /** A live task of a request: whose it is, a department's or a person's. */
  record Station(long task, String name, String with, boolean late) {}

  /** A promise that is due; {@code what} is null if it is the one that the whole request will be done. */
  record DuePromise(String request, String what, String customer, TimeLeft left) {}

  Owned of(String owner) {
    List<Request> read = requests.ownedBy(owner, SHOWN + 1);
    List<Request> listed = read.subList(0, Math.min(read.size(), SHOWN));
    Map<Long, String> customerNames = new HashMap<>();
    listed.forEach(request -> customerNames.computeIfAbsent(request.customer(), this::nameOf));
    List<Promise> open = promises.openOf(owner, 2 * SHOWN);
    List<OwnedRequest> lines = lines(listed, open, customerNames);
    Map<String, String> customerOf = lines.stream()
        .collect(Collectors.toMap(OwnedRequest::number, OwnedRequest::customer));
    return new Owned(lines, read.size() > SHOWN, open.stream().filter(promise -> customerOf.containsKey(promise.request()))
        .limit(PROMISES).map(promise -> new DuePromise(promise.request(),
            promise.ofRequest() ? null : promise.what(), customerOf.get(promise.request()), TimeLeft.of(promise.dueAt(), clock.instant()))).toList());
  }

  private List<OwnedRequest> lines(List<Request> listed, List<Promise> open, Map<Long, String> customerNames) {
    Map<String, Promise> promised = open.stream().filter(Promise::ofRequest)
        .collect(Collectors.toMap(Promise::request, promise -> promise));
    Map<String, List<Task>> live = tasks.liveOf(listed.stream().map(request -> request.number().value()).toList())
        .stream().collect(groupingBy(Task::request));
    EmployeeNames names = new EmployeeNames(organisation);
    Map<String, String> departments = organisation.departments().stream()
        .collect(Collectors.toMap(Department::key, Department::name));
    Instant now = clock.instant();
    return listed.stream().map(request -> {
      String number = request.number().value();
      TimeLeft left = Optional.ofNullable(promised.get(number)).map(Promise::dueAt)
          .map(due -> TimeLeft.of(due, now)).orElse(null);
      List<Station> stations = live.getOrDefault(number, List.of()).stream().map(task -> new Station(task.id(),
          task.name(), task.assignee() == null ? departments.get(task.department()) : names.of(task.assignee()),
          task.isLate(now))).toList();
      return new OwnedRequest(number, request.typeName(), customerNames.get(request.customer()), left, stations);
    }).sorted(Comparator.comparing(OwnedRequests::urgency)).toList();
  }

  private static Instant urgency(OwnedRequest request) {
    return request.promise() == null ? Instant.MAX : request.promise().at();
  }

  private String nameOf(long customer) {
    return customers.byId(customer).map(Customer::name).orElse("customer " + customer);
  }
}
