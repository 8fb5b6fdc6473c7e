package io.stile.grant;

import io.stile.form.FieldProblem.Code;
import io.stile.engine.ActionCall;
import io.stile.grant.Grant.Basis;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** What the actions do that models name to grant something. */
@Component
class Granting {

  /** What whoever opened the request may still grant, in cents. */
  static final String AUTHORITY = "authorityCents";

  private final Grants grants;
  private final Requests requests;
  private final TaskLookup tasks;

  Granting(Grants grants, Requests requests, TaskLookup tasks) {
    this.grants = grants;
    this.requests = requests;
    this.tasks = tasks;
  }

  /** Finds out what whoever opened the request may still grant this customer: the fact {@code authorityCents}. */
  void checkAuthority(ActionCall call) {
    Request request = request(call);
    call.setFact(AUTHORITY, grants.left(request, request.opener()));
  }

  /** Credits the charge: what an investigation found ({@code justified}), or at once the whole amount in dispute. */
  void grantCredit(ActionCall call) {
    if (!"yes".equals(call.fact("justified"))) {
      grant(call, "amountCents", Basis.AT_ONCE);
    } else {
      grant(call, call.fact("creditCents") == null ? "amountCents" : "creditCents", Basis.INVESTIGATED);
    }
  }

  void grantGoodwill(ActionCall call) {
    grant(call, "goodwillCents", Basis.GOODWILL);
  }

  private void grant(ActionCall call, String field, Basis basis) {
    Request request = request(call);
    if (!(call.fact(field) instanceof Long cents)) {
      throw new GrantRefused(field, Code.TYPE,
          "'%s' is %s; expected a whole number of cents.".formatted(field, call.fact(field)));
    }
    grants.grant(request, cents, basis, grantor(request), field);
  }

  /** Whoever completed the step before; the opener if there was none. Steps of protocols do not count. */
  private String grantor(Request request) {
    return tasks.ofRequest(request.number().value()).stream()
        .filter(task -> task.state() == Task.State.DONE && task.subject() == null)
        .max(Comparator.comparing(Task::endedAt).thenComparing(Task::id)).map(Task::assignee).orElse(request.opener());
  }

  private Request request(ActionCall call) {
    return requests.byNumber(call.caseKey().value()).orElseThrow();
  }
}
