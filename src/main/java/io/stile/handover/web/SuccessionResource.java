package io.stile.handover.web;

import io.stile.engine.UnitOfWork;
import io.stile.handover.Estate;
import io.stile.handover.Succession;
import io.stile.handover.Succession.Move;
import io.stile.handover.Successors;
import io.stile.organisation.Staffing;
import io.stile.organisation.Tie;
import io.stile.request.Request;
import io.stile.web.EntityTags;
import io.stile.web.Refusal;
import io.stile.work.Task;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For programs: what depends on an employee, and who takes it over when he leaves. */
@RestController
@RequestMapping("/api/v1/employees/{signIn}")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class SuccessionResource {

  private final Succession succession;
  private final Staffing staffing;
  private final EntityTags tags;
  private final UnitOfWork unitOfWork;

  SuccessionResource(Succession succession, Staffing staffing, EntityTags tags, UnitOfWork unitOfWork) {
    this.succession = succession;
    this.staffing = staffing;
    this.tags = tags;
    this.unitOfWork = unitOfWork;
  }

  /**
   * What depends on an employee.
   *
   * @param employee his sign-in name
   * @param name what people read
   * @param active whether his account is open
   * @param requests open requests that he owns, the one due first first
   * @param tasks tasks that he has, the one due first first
   * @param others what else keeps his account from being closed, in words; it does not move with these
   */
  record Work(String employee, String name, boolean active, List<Owned> requests, List<Step> tasks, List<String> others) {

    static Work of(Estate estate) {
      return new Work(estate.employee().signIn(), estate.employee().name(), estate.employee().active(),
          estate.requests().stream().map(Owned::of).toList(), estate.tasks().stream().map(Step::of).toList(),
          estate.others().stream().map(Tie::text).toList());
    }
  }

  /**
   * A request that he owns.
   *
   * @param number of the request
   * @param type key of its type
   * @param due its end-to-end target
   */
  record Owned(String number, String type, Instant due) {

    static Owned of(Request request) {
      return new Owned(request.number().value(), request.type(), request.dueAt());
    }
  }

  /**
   * A task that he has.
   *
   * @param id names the task
   * @param name what is to be done
   * @param request number of the request that it belongs to
   * @param department key of the department in whose queue it lay; null if it is for him alone
   * @param due when it is due; null for never
   */
  record Step(long id, String name, String request, String department, Instant due) {

    static Step of(Task task) {
      return new Step(task.id(), task.name(), task.request(), task.department(), task.dueAt());
    }
  }

  /**
   * What is sent to have others take it over: either a department or an employee.
   *
   * @param department key of the department over whose members at work it is spread; left out for an employee
   * @param employee sign-in name of who takes all of it; left out for a department
   * @param reason why; the new owners read it
   * @param anyway whether also somebody who is absent or not at work may be given it; if left out he may not
   * @param letGo whether the account is closed in the same step; if left out it stays open
   */
  record NewSuccessor(String department, String employee, @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason,
                      Boolean anyway, Boolean letGo) {}

  /**
   * What became of it.
   *
   * @param employee sign-in name of who had it
   * @param active whether his account is open
   * @param moves what went where, in the order of the lists
   */
  record Succeeded(String employee, boolean active, List<Moved> moves) {}

  /**
   * A request or a task that was to move.
   *
   * @param what it is, in words
   * @param to sign-in name of who has it now; null if nobody has
   * @param department key of the department in whose queue it lies now; null if somebody has it, it ended, or it has not moved
   * @param failed why it has not moved; null if it has
   */
  record Moved(String what, String to, String department, String failed) {

    static Moved of(Move move) {
      return new Moved(move.what(), move.to(), move.to() == null ? move.queue() : null, move.failed());
    }
  }

  /**
   * What an employee owns and has, and what else depends on him.
   *
   * @param signIn of the employee
   */
  @GetMapping("/work")
  ResponseEntity<Work> work(@PathVariable String signIn) {
    Work work = unitOfWork.snapshot(() -> Work.of(succession.of(signIn)));
    return ResponseEntity.ok().eTag(tags.of(work)).body(work);
  }

  /**
   * Has others take over all that an employee owns and has, in one step; no request is without an owner in between. With
   * {@code letGo} his account is closed in the same step: if that is refused, nothing has moved. An account is closed in no other way
   * over this interface.
   *
   * @param signIn of the employee
   * @param ifMatch the tag of his work as it was read; may be left out
   */
  @PostMapping("/successor")
  Succeeded succeed(@PathVariable String signIn, @RequestHeader(name = "If-Match", required = false) String ifMatch,
      @RequestBody NewSuccessor asked, Authentication asker) {
    if (asked.department() != null && asked.employee() != null) {
      throw Refusal.invalid("department", "Expected either a department or an employee, not both.");
    }
    Successors to = new Successors(asked.employee(), asked.department(), Boolean.TRUE.equals(asked.anyway()), asked.reason());
    return unitOfWork.of(() -> {
      if (ifMatch != null) {
        tags.require(ifMatch, Work.of(succession.of(signIn)));
      }
      List<Move> moves = Boolean.TRUE.equals(asked.letGo())
          ? succession.settleAndLetGo(signIn, to, asker.getName(), version(signIn))
          : succession.settle(signIn, to, asker.getName());
      return new Succeeded(signIn, succession.of(signIn).employee().active(), moves.stream().map(Moved::of).toList());
    });
  }

  private int version(String signIn) {
    return staffing.sheet(signIn).map(sheet -> sheet.version()).orElseThrow(() -> Refusal.notFound("employee " + signIn));
  }
}
