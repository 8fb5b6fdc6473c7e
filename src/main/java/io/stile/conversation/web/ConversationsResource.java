package io.stile.conversation.web;

import io.stile.conversation.Conversations;
import io.stile.conversation.WarmHandOver;
import io.stile.engine.UnitOfWork;
import io.stile.request.RequestNumber;
import io.stile.request.Requests;
import io.stile.web.Part;
import io.stile.web.Refusal;
import io.stile.work.StepTarget.Target;
import io.stile.work.Task;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For programs: passes a conversation on to somebody who is on duty now. Taking it over is claiming and completing its task. */
@RestController
@RequestMapping("/api/v1/requests/{number}/conversations")
@PreAuthorize("hasRole('EMPLOYEE')")
class ConversationsResource {

  private static final int MOST = 100;

  private final Conversations conversations;
  private final Requests requests;
  private final UnitOfWork unitOfWork;

  ConversationsResource(Conversations conversations, Requests requests, UnitOfWork unitOfWork) {
    this.conversations = conversations;
    this.requests = requests;
    this.unitOfWork = unitOfWork;
  }

  /**
   * What is sent to ask for a warm hand-over: either a department or an employee.
   *
   * @param department key of the department of which anybody may take it; left out for an employee
   * @param employee sign-in name of who is to take it; left out for a department
   * @param words what he should know before he speaks; may be left out
   */
  record Offer(String department, String employee, String words) {}

  /**
   * Asks for a warm hand-over of the conversation about a request.
   *
   * @param number of the request, for example {@code SR-1000426}
   */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Passed offer(@PathVariable String number, @RequestBody Offer offer, Authentication asker) {
    String key = required(number);
    if ((offer.department() == null) == (offer.employee() == null)) {
      throw Refusal.invalid("to", "Expected either a department or an employee.");
    }
    return passed(unitOfWork.of(() -> conversations.offer(key, new Target(offer.department(), offer.employee()),
        offer.words(), asker.getName())));
  }

  /**
   * The conversations about a request that were passed on, the last one first; at most 100.
   *
   * @param number of the request, for example {@code SR-1000426}
   */
  @GetMapping
  Part<Passed> list(@PathVariable String number) {
    return Part.whole(conversations.ofRequest(required(number), MOST).stream().map(this::passed).toList());
  }

  private Passed passed(WarmHandOver one) {
    return Passed.of(one, conversations.step(one).map(Task::id).orElse(null));
  }

  private String required(String number) {
    return RequestNumber.parse(number).flatMap(parsed -> requests.byNumber(parsed.value()))
        .map(request -> request.number().value()).orElseThrow(() -> Refusal.notFound("request " + number));
  }
}
