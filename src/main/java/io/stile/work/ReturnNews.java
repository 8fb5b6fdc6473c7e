package io.stile.work;

import io.stile.organisation.Department;
import io.stile.organisation.Organisation;
import io.stile.request.Requests;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of returns whoever is to know: the owner, and who returned the task. Nobody is told of what he did himself. */
@Component
class ReturnNews {

  private final Requests requests;
  private final Organisation organisation;
  private final ApplicationEventPublisher events;

  ReturnNews(Requests requests, Organisation organisation, ApplicationEventPublisher events) {
    this.requests = requests;
    this.organisation = organisation;
    this.events = events;
  }

  void returned(Task task, TaskReturn given) {
    tell(task, given, owner(task), given.by(), "returned", "%s returned “%s” to %s: %s".formatted(place(given.fromDepartment()),
        task.name(), given.toDepartment() == null ? "you" : place(given.toDepartment()), given.reason()), given.at());
  }

  void disputed(Task task, TaskReturn given) {
    tell(task, given, owner(task), given.by(), "disputed", "%s and %s do not agree whose work “%s” is; the leads say who does it"
        .formatted(place(given.fromDepartment()), place(given.toDepartment()), task.name()), given.at());
  }

  void answered(Task task, TaskReturn given, String words, String by, Instant at) {
    String text = "“%s” came back from %s: %.200s".formatted(task.name(), place(given.toDepartment()), words);
    tell(task, given, given.by(), by, "answered", text, at);
    if (!given.by().equals(owner(task))) {
      tell(task, given, owner(task), by, "answered", text, at);
    }
  }

  void decided(Task task, TaskReturn given, String doer, Instant at) {
    String text = "It is decided: %s does “%s”".formatted(place(Receivers.OWNER.equals(doer) ? null : doer), task.name());
    tell(task, given, given.by(), null, "decided", text, at);
    if (!given.by().equals(owner(task))) {
      tell(task, given, owner(task), null, "decided", text, at);
    }
  }

  private void tell(Task task, TaskReturn given, String whom, String by, String what, String text, Instant at) {
    if (!whom.equals(by)) {
      events.publishEvent(new TaskReturned(given.id(), task.id(), task.name(), task.request(), whom, what, text, at));
    }
  }

  private String owner(Task task) {
    return requests.byNumber(task.request()).orElseThrow().owner();
  }

  private String place(String department) {
    return Optional.ofNullable(department).flatMap(organisation::department).map(Department::name).orElse("the owner");
  }
}
