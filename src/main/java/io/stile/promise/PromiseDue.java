package io.stile.promise;

import io.stile.engine.ProtocolDate;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** {@code promiseDue}: until when the promise holds that is watched. */
@Component
class PromiseDue implements ProtocolDate {

  private final Promises promises;

  PromiseDue(Promises promises) {
    this.promises = promises;
  }

  @Override
  public String name() {
    return "promiseDue";
  }

  @Override
  public Instant of(String subject) {
    return promises.dueOf(subject);
  }
}
