package io.stile.grant;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Money that a customer was granted for a request.
 *
 * @param month     the first day of the calendar month that it counts in
 * @param grantedBy sign-in name of whose word it was
 */
public record Grant(long id, String request, long customer, LocalDate month, Money amount, Basis basis,
                    String grantedBy, Instant at) {

  /** Why it was granted. A request has at most one grant of each. */
  public enum Basis {
    /** At once, on the authority of whoever opened the request. */
    AT_ONCE,
    /** As goodwill, on the authority of whoever offered it. */
    GOODWILL,
    /** Because an investigation found that the customer is right; counts against nobody's authority. */
    INVESTIGATED
  }
}
