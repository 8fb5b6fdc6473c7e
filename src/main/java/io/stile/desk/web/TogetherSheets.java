package io.stile.desk.web;

import io.stile.desk.Names;
import io.stile.desk.web.TogetherSheet.Line;
import io.stile.desk.web.TogetherSheet.Other;
import io.stile.organisation.Organisation;
import io.stile.request.AfterEnd;
import io.stile.request.Links;
import io.stile.request.Merges;
import io.stile.request.Merging;
import io.stile.request.Reopening;
import io.stile.request.Reopenings;
import io.stile.request.RepeatContacts;
import io.stile.request.Request;
import io.stile.request.RequestLink;
import io.stile.request.Requests;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together what belongs to a request beyond itself. */
@Component
class TogetherSheets {

  private static final int MOST = 20;

  private final Requests requests;
  private final Reopenings reopenings;
  private final RepeatContacts repeatContacts;
  private final Links links;
  private final Merges merges;
  private final Merging merging;
  private final Organisation organisation;
  private final Clock clock;

  TogetherSheets(Requests requests, Reopenings reopenings, RepeatContacts repeatContacts, Links links, Merges merges,
      Merging merging, Organisation organisation, Clock clock) {
    this.requests = requests;
    this.reopenings = reopenings;
    this.repeatContacts = repeatContacts;
    this.links = links;
    this.merges = merges;
    this.merging = merging;
    this.organisation = organisation;
    this.clock = clock;
  }

  TogetherSheet of(Request request, String viewer) {
    String number = request.number().value();
    Reopening last = reopenings.last(number).orElse(null);
    String into = merges.intoOf(number).map(merges::survivorOf).orElse(null);
    return new TogetherSheet(contacts(number), into == null && AfterEnd.isTalkedAbout(request, clock.instant()),
        reopenings.isPossible(request), last, last == null ? null : new Names(organisation).employee(last.by()), into,
        into == null ? null : request.closedAt(), merges.mergedInto(number),
        links.of(number).stream().map(link -> line(link, number)).toList(), others(request),
        request.isOpen() && merging.mayMerge(request, viewer));
  }

  /** "3rd contact", or null. */
  String contacts(String number) {
    return RepeatContacts.words(repeatContacts.of(number));
  }

  private Line line(RequestLink link, String number) {
    Request other = requests.byNumber(link.other(number)).orElseThrow();
    return new Line(other.number().value(), other.typeName(), other.state().word(), link.words(number));
  }

  private List<Other> others(Request request) {
    return requests.ofCustomer(request.customer(), MOST).stream().filter(Request::isOpen)
        .filter(other -> !other.number().equals(request.number()))
        .map(other -> new Other(other.number().value(), other.typeName())).toList();
  }
}
