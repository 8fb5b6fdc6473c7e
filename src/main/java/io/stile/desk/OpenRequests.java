package io.stile.desk;

import io.stile.organisation.Department;
import io.stile.organisation.Organisation;
import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.Clocks;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/** The open requests of a customer, each with its owner, its next promise and where it is. */
@Service
public class OpenRequests {

  private static final int MOST = 100;

  private final Requests requests;
  private final Promises promises;
  private final Clocks clocks;
  private final TaskLookup tasks;
  private final Organisation organisation;
  private final StaffNames names;
  private final Clock clock;

  OpenRequests(Requests requests, Promises promises, Clocks clocks, TaskLookup tasks, Organisation organisation,
      StaffNames names, Clock clock) {
    this.requests = requests;
    this.promises = promises;
    this.clocks = clocks;
    this.tasks = tasks;
    this.organisation = organisation;
    this.names = names;
    this.clock = clock;
  }

  /** Those of a customer, the newest first. */
  public List<OpenRequest> of(long customer) {
    return requests.ofCustomer(customer, MOST).stream().filter(Request::isOpen).map(this::read).toList();
  }

  /** How many a customer has. */
  public int countOf(long customer) {
    return (int) requests.ofCustomer(customer, MOST).stream().filter(Request::isOpen).count();
  }

  OpenRequest read(Request request) {
    String number = request.number().value();
    return new OpenRequest(request, names.of(request.owner()), next(number),
        tasks.ofRequest(number).stream().filter(Task::isLive).map(this::step).toList());
  }

  private PromiseDue next(String number) {
    return promises.ofRequest(number).stream().filter(promise -> promise.state() == Promise.State.OPEN)
        .min(Comparator.comparing(Promise::dueAt))
        .flatMap(promise -> clocks.clock(number, Clocks.ofPromise(promise.id())))
        .map(running -> PromiseDue.of(running, clock.instant())).orElse(null);
  }

  private String step(Task task) {
    String with = task.assignee() != null ? names.of(task.assignee())
        : organisation.department(task.department()).map(Department::name).orElse(task.department());
    return task.name() + " · " + with;
  }
}
