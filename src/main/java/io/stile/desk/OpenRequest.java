package io.stile.desk;

import io.stile.request.Request;
import java.util.List;

/**
 * An open request as somebody needs it who has the customer on the phone.
 *
 * @param owner   name of the employee who is accountable
 * @param promise what the customer waits for next, or null if nothing is promised any more
 * @param steps   what is being done now, in words: "Reserve the handset · Logistics"
 * @param contacts "3rd contact", or null if the customer never had to come back
 */
public record OpenRequest(Request request, String owner, ClockView promise, List<String> steps, String contacts) {

  public OpenRequest {
    steps = List.copyOf(steps);
  }
}
