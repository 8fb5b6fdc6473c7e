package io.stile.promise;

import io.stile.engine.Action;
import io.stile.engine.ActionCall;
import io.stile.request.Request;
import io.stile.request.Requests;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The action {@code renew-promise}: moves the promise to what the owner has agreed with the customer. */
@Component
class RenewPromise implements Action {

  private final Promises promises;
  private final Requests requests;

  RenewPromise(Promises promises, Requests requests) {
    this.promises = promises;
    this.requests = requests;
  }

  @Override
  public String name() {
    return "renew-promise";
  }

  @Override
  public Set<String> reads() {
    return Set.of("newDue", "reason");
  }

  @Override
  public Optional<String> effect() {
    return Optional.of("the customer was promised a new time");
  }

  @Override
  public void run(ActionCall call) {
    String owner = requests.byNumber(call.caseKey().value()).map(Request::owner).orElseThrow();
    promises.renew(Long.parseLong(call.subject()), instant(call.fact("newDue")), String.valueOf(call.fact("reason")),
        owner);
  }

  private static Instant instant(Object newDue) {
    try {
      return OffsetDateTime.parse(String.valueOf(newDue)).toInstant();
    } catch (DateTimeException unreadable) {
      throw PromiseRefused.invalid("newDue", "'newDue' is '%s'; expected a date and time with its offset".formatted(newDue));
    }
  }
}
