package io.stile.request;

import io.stile.catalogue.RequestType;
import io.stile.organisation.Calendars;
import io.stile.sla.PromisedTime;
import io.stile.sla.WorkingCalendar;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What a customer is promised when a request is opened. */
@Component
public class PromisedTimes {

  private final Calendars calendars;

  PromisedTimes(Calendars calendars) {
    this.calendars = calendars;
  }

  /**
   * The instant by which a request of this type will be done if it is opened at {@code at}: its target counted in the
   * type's calendar and rounded up to the quarter hour, because that is how people say a time.
   */
  public Instant promised(RequestType type, Instant at) {
    WorkingCalendar calendar = calendars.byKey(type.calendar());
    return PromisedTime.roundUpToQuarterHour(calendar.due(at, type.promise()), calendar.zone());
  }
}
