package io.stile.notification;

import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.organisation.Calendars;
import io.stile.promise.Promise;
import io.stile.promise.PromiseRenewed;
import io.stile.promise.PromiseSettled;
import io.stile.promise.Promises;
import io.stile.request.CustomerCorrected;
import io.stile.request.Merges;
import io.stile.request.Request;
import io.stile.request.RequestClosed;
import io.stile.request.RequestOpened;
import io.stile.web.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells customers by mail what became of their requests, after it has been committed. */
@Component
class CustomerMail {

  private final MailWriter mail;
  private final RequestTypes types;
  private final Calendars calendars;
  private final Promises promises;
  private final Times times;
  private final Merges merges;

  CustomerMail(MailWriter mail, RequestTypes types, Calendars calendars, Promises promises, Times times,
      Merges merges) {
    this.merges = merges;
    this.mail = mail;
    this.types = types;
    this.calendars = calendars;
    this.promises = promises;
    this.times = times;
  }

  @ApplicationModuleListener
  void on(RequestOpened opened) {
    Request request = mail.request(opened.number());
    mail.toCustomer("opened:" + opened.number(), "opened", request, Map.of("owner", mail.nameOf(opened.owner()),
        "due", moment(opened.promisedBy(), request), "told", request.told()), opened.at());
  }

  /** The right customer hears what the wrong one has heard: that there is a request, whose it is, and until when. */
  @ApplicationModuleListener
  void on(CustomerCorrected corrected) {
    Request request = mail.request(corrected.number());
    if (request.isOpen()) {
      mail.toCustomer("opened:" + corrected.number(), "opened", request, Map.of("owner", mail.nameOf(request.owner()),
          "due", moment(promised(request), request), "told", request.told()), corrected.at());
    }
  }

  private Instant promised(Request request) {
    return promises.promiseOf(request.number().value()).map(Promise::dueAt).orElse(request.dueAt());
  }

  @ApplicationModuleListener
  void on(PromiseRenewed renewed) {
    Request request = mail.request(renewed.request());
    Map<String, Object> facts = new HashMap<>(Map.of("owner", mail.nameOf(request.owner()),
        "due", moment(renewed.due(), request), "before", moment(renewed.before(), request), "reason", renewed.reason()));
    if (renewed.what() != null) {
      facts.put("what", renewed.what());
      facts.put("from", renewed.from() == null ? "" : moment(renewed.from(), request));
    }
    mail.toCustomer("renewed:%d:%d".formatted(renewed.promise(), renewed.renewal()),
        renewed.what() == null ? "promise" : "promise-moved", request, facts, renewed.at());
  }

  /** The customer hears what was broken, and is written to if nobody reached him; what was kept he knows. */
  @ApplicationModuleListener
  void on(PromiseSettled settled) {
    Request request = mail.request(settled.request());
    if (settled.unreached()) {
      mail.toCustomer("unreached:" + settled.promise(), "promise-unreached", request, Map.of("owner",
          mail.nameOf(request.owner()), "what", settled.what(), "attempts", settled.attempts()), settled.at());
    } else if (settled.state() == Promise.State.BROKEN && settled.by() != null) {
      mail.toCustomer("broken:" + settled.promise(), "promise-broken", request, Map.of("owner",
          mail.nameOf(request.owner()), "what", settled.what(), "due", moment(settled.due(), request), "reason",
          settled.words()), settled.at());
    }
  }

  /** A request can end more than once, because it can be opened again. */
  @ApplicationModuleListener
  void on(RequestClosed closed) {
    String into = merges.intoOf(closed.number()).orElse(null);
    mail.toCustomer("closed:%s:%s".formatted(closed.number(), closed.at()),
        into != null ? "merged" : closed.withdrawn() ? "withdrawn" : "done", mail.request(closed.number()),
        Map.of("outcome", closed.outcome(), "owner", mail.nameOf(into == null ? closed.owner() : mail.request(into).owner()),
            "into", into == null ? "" : into), closed.at());
  }

  /** In the zone of the calendar that the promise counts in, which the text names: who reads it may be anywhere. */
  private String moment(Instant at, Request request) {
    ZoneId zone = calendars.byKey(types.byKey(request.type()).map(RequestType::calendar).orElseThrow()).zone();
    return times.absoluteLong(at, zone);
  }
}
