package io.stile.desk;

import io.stile.draft.Drafts;
import io.stile.engine.UnitOfWork;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.Opening;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.work.Claims;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Opens a request while the customer is on the phone: what can be done in this call comes to the opener at once. */
@Service
public class Intake {

  private final Requests requests;
  private final TaskLookup tasks;
  private final Claims claims;
  private final Organisation organisation;
  private final Drafts drafts;
  private final UnitOfWork unitOfWork;

  Intake(Requests requests, TaskLookup tasks, Claims claims, Organisation organisation, Drafts drafts,
      UnitOfWork unitOfWork) {
    this.requests = requests;
    this.tasks = tasks;
    this.claims = claims;
    this.organisation = organisation;
    this.drafts = drafts;
    this.unitOfWork = unitOfWork;
  }

  /**
   * A request that was opened.
   *
   * @param next what its opener does now, while the customer is still there; empty if others go on
   */
  public record Opened(Request request, Optional<Task> next) {}

  /**
   * Opens a request and, in the same unit of work, claims for its opener the first task that lies in a queue of his.
   * Nobody else can see the task before he has it. The draft in which it was typed ends.
   *
   * @param draft id of the draft, or null
   * @throws io.stile.request.AnswersRefused if the start form's answers are not in order
   * @throws io.stile.request.RequestRefused if type or customer do not exist, or too much was said
   */
  public Opened open(Opening opening, UUID draft) {
    return unitOfWork.of(() -> {
      Request request = requests.open(opening);
      drafts.sent(draft, opening.opener());
      return new Opened(request, next(request));
    });
  }

  private Optional<Task> next(Request request) {
    List<Task> live = tasks.ofRequest(request.number().value()).stream().filter(Task::isLive).toList();
    Employee opener = organisation.employee(request.opener()).orElseThrow();
    return live.stream().filter(task -> task.state() == Task.State.OPEN)
        .filter(task -> task.department() != null && opener.belongsTo(task.department())).findFirst()
        .map(task -> claims.claim(task.id(), opener.signIn()))
        .or(() -> live.stream().filter(task -> opener.signIn().equals(task.assignee())).findFirst());
  }
}
