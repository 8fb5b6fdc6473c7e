package io.stile.promise;

import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.organisation.Calendars;
import io.stile.request.Request;
import io.stile.sla.ClockFact;
import io.stile.sla.SlaClock;
import io.stile.sla.Target;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Promises to call a customer back. */
@Service
public class CallBacks {

  private static final String WHAT = "call back";

  private final Keeping keeping;
  private final RequestTypes types;
  private final Customers customers;
  private final Calendars calendars;
  private final Target usual;
  private final Clock clock;

  /** @param usual open time within which somebody is called back whom nobody told when */
  CallBacks(Keeping keeping, RequestTypes types, Customers customers, Calendars calendars,
      @Value("${stile.promise.call-back:PT1H}") String usual, Clock clock) {
    this.keeping = keeping;
    this.types = types;
    this.customers = customers;
    this.calendars = calendars;
    this.usual = Target.parse(usual);
    this.clock = clock;
  }

  /**
   * Promises a call back for a request.
   *
   * @param about    what it is about; null or blank if that is not known
   * @param from     not before, or null
   * @param until    by when; null for the usual open time, from now on or from {@code from}
   * @param phone    under which number, in any way of writing; null or blank for the customer's
   * @param promiser sign-in name of who calls
   * @throws PromiseRefused as {@link Keeping#give} does
   */
  public Promise promise(Request request, String about, Instant from, Instant until, String phone, String promiser) {
    String what = about == null || about.isBlank() ? WHAT : WHAT + ": " + about.strip();
    return keeping.give(new NewPromise(request.number().value(), shortened(what), from,
        until == null ? usual(request, from) : until, number(request, phone), promiser));
  }

  private static String shortened(String what) {
    return what.length() <= PromiseWords.LONGEST_WHAT ? what : what.substring(0, PromiseWords.LONGEST_WHAT - 1) + "…";
  }

  private String number(Request request, String typed) {
    return typed == null || typed.isBlank() ? customers.byId(request.customer()).map(Customer::phone).orElse(null) : typed;
  }

  private Instant usual(Request request, Instant from) {
    Instant now = clock.instant();
    Instant start = from == null || from.isBefore(now) ? now : from;
    String calendar = types.byKey(request.type()).map(RequestType::calendar).orElseThrow();
    return SlaClock.of(new ClockFact.Started(start, usual, calendars.byKey(calendar))).due();
  }
}
