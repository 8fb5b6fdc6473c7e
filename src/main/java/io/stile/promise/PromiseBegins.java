package io.stile.promise;

import io.stile.engine.ProtocolDate;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** {@code promiseBegins}: when the window of a promise begins; that somebody is there then is seen to. */
@Component
class PromiseBegins implements ProtocolDate {

  private final PromiseTable table;

  PromiseBegins(PromiseTable table) {
    this.table = table;
  }

  @Override
  public String name() {
    return "promiseBegins";
  }

  @Override
  public Instant of(String subject) {
    return table.byId(Long.parseLong(subject)).map(Promise::beginsAt)
        .orElseThrow(() -> new IllegalArgumentException("There is no promise " + subject));
  }
}
