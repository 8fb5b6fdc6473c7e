package io.stile.handover.web;

import io.stile.engine.UnitOfWork;
import io.stile.handover.HandOver;
import io.stile.handover.HandOvers;
import io.stile.handover.NewHandOver;
import io.stile.request.Request;
import io.stile.request.RequestNumber;
import io.stile.request.Requests;
import io.stile.web.Part;
import io.stile.web.Refusal;
import io.stile.work.Task;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For programs: offers requests to others, and answers such offers. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasRole('EMPLOYEE')")
class HandOversResource {

  private final HandOvers handOvers;
  private final Requests requests;
  private final UnitOfWork unitOfWork;

  HandOversResource(HandOvers handOvers, Requests requests, UnitOfWork unitOfWork) {
    this.handOvers = handOvers;
    this.requests = requests;
    this.unitOfWork = unitOfWork;
  }

  /**
   * What is sent to offer a request; exactly one of {@code department} and {@code employee} is expected.
   *
   * @param department key of the department whose least loaded available member is asked; null for one employee
   * @param employee sign-in name of the employee who is asked; null for a department
   * @param reason why it is handed over; at most 2,000 characters
   * @param left what is left to do, at most 2,000 characters; null for nothing
   */
  record NewOffer(String department, String employee, @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason, String left) {}

  /**
   * What is sent to decline; at most one of {@code department} and {@code employee} names who would be better.
   *
   * @param reason why it is not taken over; at most 2,000 characters
   * @param department key of a better department; null for none
   * @param employee sign-in name of a better employee; null for none
   */
  record NewRefusal(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason, String department, String employee) {}

  /**
   * A hand-over: an offer of a request, and what became of it.
   *
   * @param id names it
   * @param request number of the request
   * @param state {@code open}, {@code accepted}, {@code declined}, {@code withdrawn}, or {@code lapsed} if there was nothing left to accept
   * @param giver sign-in name of the owner when it was offered; he stays the owner until it is accepted
   * @param offeredBy sign-in name of who offered it: the owner or his lead
   * @param department key of the department that was asked; null if one employee was
   * @param employee sign-in name of the employee to whom it was offered; of a department the member who was asked
   * @param answerer sign-in name of the one who can answer: the employee, or his lead after two open hours; null when it has ended
   * @param task id of the task in which it is answered; null when it has ended
   * @param reason why it is offered
   * @param left what is left to do; may be empty
   * @param offeredAt when it was offered
   * @param due when the answer is due; null when it has ended
   * @param endedAt when it ended; null while it is open
   * @param endedBy sign-in name of who answered or took it back; null while it is open, and where it ended by itself
   * @param answer why it was declined or ended by itself; null otherwise
   * @param owner sign-in name of the owner whom it made; null if it was not accepted
   * @param betterDepartment key of the better department that was named; null for none
   * @param betterEmployee sign-in name of the better employee who was named; null for none
   * @param declinableUntil until when the owner can decline whom the receiving lead has named; null if nobody was named
   * @param givenBackAt when he gave it back to that lead; null if he did not
   * @param givenBackWhy why he gave it back; null if he did not
   */
  record HandOverDetail(long id, String request, String state, String giver, String offeredBy, String department, String employee,
                        String answerer, Long task, String reason, String left, Instant offeredAt, Instant due, Instant endedAt,
                        String endedBy, String answer, String owner, String betterDepartment, String betterEmployee,
                        Instant declinableUntil, Instant givenBackAt, String givenBackWhy) {}

  /**
   * Offers a request to somebody: for its owner, or his lead. The owner stays accountable until that is accepted.
   *
   * @param number of the request, for example {@code SR-1000426}
   */
  @PostMapping("/requests/{number}/hand-overs")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<HandOverDetail> offer(@PathVariable String number, @RequestBody NewOffer asked, Authentication asker) {
    String known = required(number);
    HandOverDetail offered = unitOfWork.of(() -> detail(handOvers.offer(
        new NewHandOver(known, asked.department(), asked.employee(), asked.reason(), asked.left(), asker.getName()))));
    return ResponseEntity.created(URI.create("/api/v1/hand-overs/" + offered.id())).body(offered);
  }

  /**
   * All hand-overs of a request, oldest first.
   *
   * @param number of the request, for example {@code SR-1000426}
   */
  @GetMapping("/requests/{number}/hand-overs")
  Part<HandOverDetail> list(@PathVariable String number) {
    String known = required(number);
    return unitOfWork.snapshot(() -> Part.whole(handOvers.ofRequest(known).stream().map(this::detail).toList()));
  }

  /**
   * One hand-over.
   *
   * @param id of the hand-over
   */
  @GetMapping("/hand-overs/{id}")
  HandOverDetail show(@PathVariable long id) {
    return unitOfWork.snapshot(() -> handOvers.byId(id).map(this::detail))
        .orElseThrow(() -> Refusal.notFound("hand-over " + id));
  }

  /**
   * Accepts an offer: who asks is the owner of the request from then on. Only for the one who can answer it.
   *
   * @param id of the hand-over
   */
  @PostMapping("/hand-overs/{id}/accept")
  HandOverDetail accept(@PathVariable long id, Authentication asker) {
    return unitOfWork.of(() -> detail(handOvers.accept(id, asker.getName())));
  }

  /**
   * Declines an offer: the request stays with its owner, who is told why and who would be better. Only for the one who can
   * answer it. Whom the receiving lead has named as owner gives the request back to that lead with this, until {@code declinableUntil}.
   *
   * @param id of the hand-over
   */
  @PostMapping("/hand-overs/{id}/decline")
  HandOverDetail decline(@PathVariable long id, @RequestBody NewRefusal asked, Authentication asker) {
    return unitOfWork.of(() -> detail(handOvers.decline(id, asker.getName(), asked.reason(), asked.department(), asked.employee())));
  }

  /**
   * Takes an offer back that nobody has answered yet: for the owner, or his lead.
   *
   * @param id of the hand-over
   */
  @PostMapping("/hand-overs/{id}/withdraw")
  HandOverDetail withdraw(@PathVariable long id, Authentication asker) {
    return unitOfWork.of(() -> detail(handOvers.withdraw(id, asker.getName())));
  }

  private String required(String number) {
    return RequestNumber.parse(number).flatMap(parsed -> requests.byNumber(parsed.value())).map(Request::number)
        .map(RequestNumber::value).orElseThrow(() -> Refusal.notFound("request " + number));
  }

  private HandOverDetail detail(HandOver handOver) {
    Task step = handOver.isOpen() ? handOvers.step(handOver).orElse(null) : null;
    return new HandOverDetail(handOver.id(), handOver.request(), handOver.state().word(), handOver.giver(), handOver.offeredBy(),
        handOver.department(), handOver.receiver(), handOver.isOpen() ? handOver.answerer() : null, step == null ? null : step.id(),
        handOver.reason(), handOver.left(), handOver.offeredAt(), step == null ? null : step.dueAt(), handOver.endedAt(),
        handOver.endedBy(), handOver.answer(), handOver.takenBy(), handOver.betterDepartment(), handOver.betterEmployee(),
        handOver.declinableUntil(), handOver.givenBackAt(), handOver.givenBackWhy());
  }
}
