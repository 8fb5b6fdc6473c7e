package io.stile.desk.web;

import io.stile.customer.Customers;
import io.stile.customer.PhoneNumbers;
import io.stile.desk.Names;
import io.stile.desk.StoryLine;
import io.stile.desk.StoryTeller;
import io.stile.organisation.Organisation;
import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.RepeatContacts;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.web.Viewer;
import io.stile.work.Task;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what is known about the request of a task, for the left half of its page. */
@Component
class TaskStories {

  private final Requests requests;
  private final Customers customers;
  private final PhoneNumbers phones;
  private final Promises promises;
  private final StoryTeller teller;
  private final Organisation organisation;
  private final RepeatContacts repeatContacts;

  TaskStories(Requests requests, Customers customers, PhoneNumbers phones, Promises promises, StoryTeller teller,
      Organisation organisation, RepeatContacts repeatContacts) {
    this.repeatContacts = repeatContacts;
    this.requests = requests;
    this.customers = customers;
    this.phones = phones;
    this.promises = promises;
    this.teller = teller;
    this.organisation = organisation;
  }

  /** The story of a task's request as a viewer reads it. */
  TaskStory of(Task task, Viewer viewer) {
    Names names = new Names(organisation);
    Request request = requests.byNumber(task.request()).orElseThrow();
    ContractLine contract = Optional.ofNullable(request.contract()).flatMap(customers::contract)
        .map(found -> ContractLine.of(found, phones)).orElse(null);
    return new TaskStory(request, customers.byId(request.customer()).orElseThrow(), contract,
        names.employee(request.opener()), names.employee(request.owner()),
        promises.promiseOf(task.request()).map(Promise::dueAt).orElse(null), teller.of(request, viewer.zone()),
        RepeatContacts.words(repeatContacts.of(task.request())));
  }

  /** What happened to a task's request after an entry of its journal, oldest first. */
  List<StoryLine> since(Task task, long entry, Viewer viewer) {
    return teller.of(requests.byNumber(task.request()).orElseThrow(), viewer.zone()).since(entry);
  }
}
