package io.stile.grant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Money that a customer was granted for a request.
 *
 * @param month     the first day of the calendar month that it counts in
 * @param grantedBy sign-in name of whose word it was
 * @param reason    why, in words; null where a model granted it
 */
public record Grant(long id, String request, long customer, LocalDate month, Money amount, Basis basis,
                    String grantedBy, String reason, Instant at) {

  /** Why it was granted. A request has at most one of each, but for goodwill. */
  public enum Basis {
    /** At once, on the authority of whoever opened the request. */
    AT_ONCE,
    /** As goodwill, on the authority of whoever offered it. */
    GOODWILL,
    /** Because an investigation found that the customer is right; counts against nobody's authority. */
    INVESTIGATED;

    /** The word that the interface for programs uses. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
