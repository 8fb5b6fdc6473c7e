package io.stile.promise.web;

import io.stile.engine.UnitOfWork;
import io.stile.promise.Keeping;
import io.stile.promise.NewPromise;
import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.Request;
import io.stile.request.RequestNumber;
import io.stile.request.Requests;
import io.stile.web.Part;
import io.stile.web.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
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

/** Promises to customers, for programs. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasRole('EMPLOYEE')")
class PromisesResource {

  private final Promises promises;
  private final Keeping keeping;
  private final Requests requests;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  PromisesResource(Promises promises, Keeping keeping, Requests requests, UnitOfWork unitOfWork, Clock clock) {
    this.promises = promises;
    this.keeping = keeping;
    this.requests = requests;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /**
   * What is sent to promise something to the customer of a request.
   *
   * @param what in words, for example {@code call back about the invoice}; at most 200 characters
   * @param from not before; left out if any time until then is right
   * @param until by when: lies ahead, at most 366 days
   * @param phone the number to call, in any way of writing; left out if it is no call
   */
  record GivenPromise(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String what, Instant from,
                      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant until, String phone) {}

  /**
   * What is sent when a promise was kept.
   *
   * @param words what was said or done, at most 2,000 characters; left out if {@code unreached}
   * @param unreached whether nobody was reached in at least three attempts, and the customer is written to; no if it is left out
   */
  record Kept(String words, Boolean unreached) {}

  /**
   * What is sent to move a promise to what was agreed with the customer, who is told.
   *
   * @param from not before; left out if any time until then is right
   * @param until the new time: lies ahead, at most 366 days
   * @param reason why, in words that the customer can read; at most 2,000 characters
   */
  record NewTime(Instant from, @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant until,
                 @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason) {}

  /**
   * What is sent when a promise cannot be kept, or nobody needs it any more.
   *
   * @param reason why, in words that the customer can read; at most 2,000 characters
   */
  record Why(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason) {}

  /**
   * What is sent when somebody tried to reach the customer and did not.
   *
   * @param phone the number that was tried, in any way of writing; left out for that of the promise
   * @param note what happened, at most 200 characters; {@code no answer} if it is left out
   */
  record NewAttempt(String phone, String note) {}

  /**
   * All promises of a request, oldest first; the first one is that it will be done.
   *
   * @param number of the request, for example {@code SR-1000426}
   */
  @GetMapping("/requests/{number}/promises")
  Part<PromiseDetail> ofRequest(@PathVariable String number) {
    return Part.whole(promises.ofRequest(required(number).number().value()).stream().map(this::detail).toList());
  }

  /**
   * Promises something to the customer of a request. Whoever sends it is the promiser, and has the task to keep it.
   *
   * @param number of the request, for example {@code SR-1000426}
   */
  @PostMapping("/requests/{number}/promises")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<PromiseDetail> give(@PathVariable String number, @RequestBody GivenPromise asked, Authentication asker) {
    String known = required(number).number().value();
    Promise given = unitOfWork.of(() -> keeping.give(
        new NewPromise(known, asked.what(), asked.from(), asked.until(), asked.phone(), asker.getName())));
    return ResponseEntity.created(URI.create("/api/v1/promises/" + given.id())).body(detail(given));
  }

  /**
   * One promise.
   *
   * @param id of the promise
   */
  @GetMapping("/promises/{id}")
  PromiseDetail show(@PathVariable long id) {
    return promises.byId(id).map(this::detail).orElseThrow(() -> Refusal.notFound("promise " + id));
  }

  /**
   * Says that what was promised is done; after its time it counts as kept late. With the last promise a request closes of
   * which only promises were left.
   *
   * @param id of the promise
   */
  @PostMapping("/promises/{id}/kept")
  PromiseDetail kept(@PathVariable long id, @RequestBody Kept asked, Authentication asker) {
    return done(() -> Boolean.TRUE.equals(asked.unreached()) ? keeping.unreached(id, asker.getName())
        : keeping.kept(id, asked.words(), asker.getName()));
  }

  /**
   * Moves a promise to a new time; also that of a whole request.
   *
   * @param id of the promise
   */
  @PostMapping("/promises/{id}/renew")
  PromiseDetail renew(@PathVariable long id, @RequestBody NewTime asked, Authentication asker) {
    return done(() -> keeping.renew(id, asked.from(), asked.until(), asked.reason(), asker.getName()));
  }

  /**
   * Says that a promise cannot be kept: owner, lead and customer are told.
   *
   * @param id of the promise
   */
  @PostMapping("/promises/{id}/broken")
  PromiseDetail broken(@PathVariable long id, @RequestBody Why asked, Authentication asker) {
    return done(() -> keeping.broken(id, asked.reason(), asker.getName()));
  }

  /**
   * Says that the customer does not need what was promised any more.
   *
   * @param id of the promise
   */
  @PostMapping("/promises/{id}/drop")
  PromiseDetail drop(@PathVariable long id, @RequestBody Why asked, Authentication asker) {
    return done(() -> keeping.dropped(id, asked.reason(), asker.getName()));
  }

  /**
   * Logs that somebody tried to reach the customer and did not.
   *
   * @param id of the promise
   */
  @PostMapping("/promises/{id}/attempts")
  PromiseDetail tried(@PathVariable long id, @RequestBody NewAttempt asked, Authentication asker) {
    return done(() -> keeping.tried(id, asked.phone(), asked.note(), asker.getName()));
  }

  private PromiseDetail done(Supplier<Promise> work) {
    return detail(unitOfWork.of(work));
  }

  private PromiseDetail detail(Promise promise) {
    return PromiseDetail.of(promise, promises.attempts(promise.id()), clock.instant());
  }

  private Request required(String number) {
    return RequestNumber.parse(number).flatMap(parsed -> requests.byNumber(parsed.value()))
        .orElseThrow(() -> Refusal.notFound("request " + number));
  }
}
