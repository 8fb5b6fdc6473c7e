package io.stile.work;

import io.stile.organisation.Organisation;
import io.stile.request.References;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.web.Refused.Kind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps references with tasks: the number under which a supplier, a carrier or another operator has the same matter. */
@Service
public class TaskReferences {

  private final Claims claims;
  private final Requests requests;
  private final References references;
  private final Organisation organisation;

  TaskReferences(Claims claims, Requests requests, References references, Organisation organisation) {
    this.claims = claims;
    this.requests = requests;
    this.references = references;
    this.organisation = organisation;
  }

  /**
   * Keeps a reference with a task instead of the one that it had; also with one that has ended, because such numbers come
   * late.
   *
   * @param reference at most 200 characters on one line; null or blank removes it
   * @param by        sign-in name of who asks
   * @throws TaskRefused if there is no such task, or the one who asks may not
   * @throws io.stile.request.RequestRefused if it cannot be accepted
   */
  @Transactional
  public Task keep(long id, String reference, String by) {
    requests.lock(claims.required(id).request());
    Task task = claims.locked(id);
    if (!mayKeep(task, by)) {
      throw new TaskRefused(Kind.FORBIDDEN, "Only a member of its department, whoever has “%s” and the owner of the request "
          .formatted(task.name()) + "may keep a reference with it");
    }
    references.keep(task.request(), id, task.name(), reference, by);
    return task;
  }

  /** Whether an employee may keep a reference with a task: it is his, of a department of his, or of a request that he owns. */
  public boolean mayKeep(Task task, String employee) {
    return employee.equals(task.assignee()) || claims.has(task, employee)
        || task.department() != null && organisation.isMember(employee, task.department())
        || requests.byNumber(task.request()).map(Request::owner).filter(employee::equals).isPresent();
  }
}
