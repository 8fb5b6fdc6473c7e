package io.stile.promise;

import io.stile.request.Remainder;
import org.springframework.stereotype.Component;

/** Open promises keep a request open after its work has ended; its own promise does not, which ends with the work. */
@Component
class OpenPromises implements Remainder {

  private final PromiseTable table;

  OpenPromises(PromiseTable table) {
    this.table = table;
  }

  @Override
  public String leftOf(String request) {
    int open = table.openCount(request);
    return open == 0 ? null : open == 1 ? "1 promise to the customer is open" : open + " promises to the customer are open";
  }
}
