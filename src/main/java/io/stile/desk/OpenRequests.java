package io.stile.desk;

import io.stile.organisation.Organisation;
import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.Clocks;
import io.stile.request.RepeatContacts;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/** The open requests of a customer, each with its owner, its next promise and where it is. */
@Service
public class OpenRequests {

  private static final int MOST = 100;

  private final Requests requests;
  private final Promises promises;
  private final ClockViews clocks;
  private final TaskLookup tasks;
  private final Organisation organisation;
  private final RepeatContacts repeatContacts;

  OpenRequests(Requests requests, Promises promises, ClockViews clocks, TaskLookup tasks, Organisation organisation,
      RepeatContacts repeatContacts) {
    this.repeatContacts = repeatContacts;
    this.requests = requests;
    this.promises = promises;
    this.clocks = clocks;
    this.tasks = tasks;
    this.organisation = organisation;
  }

  /** Those of a customer, the newest first. */
  public List<OpenRequest> of(long customer) {
    return read(requests.ofCustomer(customer, MOST));
  }

  /** How many a customer has. */
  public int countOf(long customer) {
    return (int) requests.ofCustomer(customer, MOST).stream().filter(Request::isOpen).count();
  }

  /** Those of a list that are open. */
  List<OpenRequest> read(List<Request> all) {
    Names names = new Names(organisation);
    return all.stream().filter(Request::isOpen).map(request -> read(request, names)).toList();
  }

  private OpenRequest read(Request request, Names names) {
    String number = request.number().value();
    return new OpenRequest(request, names.employee(request.owner()), next(number),
        tasks.ofRequest(number).stream().filter(Task::isLive).map(task -> step(task, names)).toList(),
        RepeatContacts.words(repeatContacts.of(number)));
  }

  private ClockView next(String number) {
    return promises.ofRequest(number).stream().filter(promise -> promise.state() == Promise.State.OPEN)
        .min(Comparator.comparing(Promise::dueAt))
        .flatMap(promise -> clocks.of(number, Clocks.ofPromise(promise.id()), null)).orElse(null);
  }

  private static String step(Task task, Names names) {
    return task.name() + " · " + names.holder(task) + (task.isWaiting() ? ", " + task.waiting().label() : "");
  }
}
