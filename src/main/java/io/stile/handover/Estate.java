package io.stile.handover;

import io.stile.organisation.Employee;
import io.stile.organisation.Tie;
import io.stile.request.Request;
import io.stile.work.Task;
import java.util.List;

/**
 * What depends on an employee.
 *
 * @param requests that he owns, the one due first first
 * @param tasks    that he has, the one due first first
 * @param others   what else keeps him from leaving, and is not moved with these
 */
public record Estate(Employee employee, List<Request> requests, List<Task> tasks, List<Tie> others) {

  public boolean isEmpty() {
    return requests.isEmpty() && tasks.isEmpty();
  }
}
