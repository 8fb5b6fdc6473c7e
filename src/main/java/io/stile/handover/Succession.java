package io.stile.handover;

import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.organisation.OrganisationRefused;
import io.stile.organisation.Staffing;
import io.stile.organisation.Tie;
import io.stile.request.Ownership;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.work.LeavingWork;
import io.stile.work.Task;
import io.stile.work.TaskRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who takes over what somebody leaves. All of it moves in one step, or nothing does; no request is without an owner in between. */
@Service
public class Succession {

  private final Heirs heirs;
  private final Ownership ownership;
  private final Requests requests;
  private final LeavingWork work;
  private final Staffing staffing;
  private final Organisation organisation;

  Succession(Heirs heirs, Ownership ownership, Requests requests, LeavingWork work, Staffing staffing, Organisation organisation) {
    this.heirs = heirs;
    this.ownership = ownership;
    this.requests = requests;
    this.work = work;
    this.staffing = staffing;
    this.organisation = organisation;
  }

  /**
   * What depends on an employee.
   *
   * @throws OrganisationRefused if there is no such employee
   */
  @Transactional(readOnly = true)
  public Estate of(String signIn) {
    Employee employee = organisation.employee(signIn).orElseThrow(() -> OrganisationRefused.unknown("employee '%s'".formatted(signIn)));
    List<Request> owned = ownership.openOf(signIn);
    List<Task> tasks = work.of(signIn);
    Set<String> listed = Stream.concat(owned.stream().map(request -> "/requests/" + request.number()),
        tasks.stream().map(task -> "/tasks/" + task.id())).collect(Collectors.toSet());
    List<Tie> others = employee.active() ? staffing.tiesOf(signIn).stream().filter(tie -> !listed.contains(tie.href())).toList() : List.of();
    return new Estate(employee, owned, tasks, others);
  }

  /**
   * Moves all requests and tasks of an employee to others. What cannot move stays, and is named among the rest.
   *
   * @param by sign-in name of the administrator who does it
   * @return what went where, in the order of the lists
   * @throws OrganisationRefused if a successor cannot be one; the message says what was expected
   */
  @Transactional
  public List<Move> settle(String signIn, Successors to, String by) {
    Estate estate = of(signIn);
    Heirs.Choice choice = heirs.choice(signIn, to);
    lockAll(estate);
    List<Move> moves = new ArrayList<>();
    for (Request request : estate.requests()) {
      String number = request.number().value();
      if (!requests.lock(number).owner().equals(signIn)) {
        continue; // Somebody else was faster.
      }
      String heir = choice.ofRequest();
      ownership.reown(number, heir, by, choice.reason());
      moves.add(new Move("%s, %s".formatted(number, request.typeName()), heir, null, null));
    }
    // What was for the owner has followed him by now.
    work.of(signIn).forEach(task -> moves.add(passOn(task, signIn, choice, by)));
    return moves;
  }

  private Move passOn(Task task, String signIn, Heirs.Choice choice, String by) {
    String what = "“%s” of %s".formatted(task.name(), task.request());
    try {
      Optional<String> heir = work.passOn(task.id(), signIn, choice::ofTask, by, choice.reason());
      return new Move(what, heir.orElse(null), task.department(), null);
    } catch (TaskRefused refused) {
      return new Move(what, null, null, refused.getMessage());
    }
  }

  /**
   * The same, and lets him go in the same step: if that is refused, nothing has moved.
   *
   * @param seen the version of the employee that the page showed
   */
  @Transactional
  public List<Move> settleAndLetGo(String signIn, Successors to, String by, int seen) {
    List<Move> moves = of(signIn).isEmpty() ? List.of() : settle(signIn, to, by);
    staffing.letGo(signIn, seen);
    return moves;
  }

  /** In the order of their numbers, so that two who do this never wait for each other. */
  private void lockAll(Estate estate) {
    Set<String> numbers = new TreeSet<>();
    estate.requests().forEach(request -> numbers.add(request.number().value()));
    estate.tasks().forEach(task -> numbers.add(task.request()));
    numbers.forEach(requests::lock);
  }

  /**
   * What moved.
   *
   * @param what   a request or task, in words
   * @param to     sign-in name of who has it now; null if nobody has, or it has not moved
   * @param queue  key of the department in whose queue it lies if nobody has it; null if it ended, or has not moved
   * @param failed why it has not moved, a sentence without its full stop; null if it has
   */
  public record Move(String what, String to, String queue, String failed) {}
}
