package io.stile.desk.web;

import io.stile.desk.Names;
import io.stile.handover.HandOver;
import io.stile.handover.HandOvers;
import io.stile.organisation.Meant;
import io.stile.organisation.Organisation;
import io.stile.request.Ownership;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.work.Task;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts hand-overs into words for the pages that show them. */
@Component
class OfferSheets {

  private static final int SHOWN = 50;

  private final HandOvers handOvers;
  private final Ownership ownership;
  private final Requests requests;
  private final Organisation organisation;

  OfferSheets(HandOvers handOvers, Ownership ownership, Requests requests, Organisation organisation) {
    this.handOvers = handOvers;
    this.ownership = ownership;
    this.requests = requests;
    this.organisation = organisation;
  }

  OfferSheet of(Request request, String reader) {
    boolean may = ownership.mayHandOver(request, reader);
    Optional<HandOver> last = Optional.ofNullable(handOvers.latestOf(List.of(request.number().value())).get(request.number().value()));
    Offer open = last.filter(HandOver::isOpen).map(found -> offer(found, reader)).orElse(null);
    Offer news = last.filter(found -> may && found.isNews()).map(found -> offer(found, reader)).orElse(null);
    HandOver named = request.isOpen() && request.owner().equals(reader)
        ? handOvers.naming(request.number().value(), reader).orElse(null) : null;
    return new OfferSheet(may && open == null, open, news, named, request.owner());
  }

  /** What a task answers; null if it is about something else. */
  Offer answeredBy(Task task, String reader) {
    return handOvers.answeredBy(task).map(found -> offer(found, reader)).orElse(null);
  }

  /** What the reader has to answer. */
  List<Offer> forReader(String reader) {
    return handOvers.openFor(reader, SHOWN).stream().map(found -> offer(found, reader)).toList();
  }

  /** For requests that are offered, or that nobody took, a few words; by the number of the request. */
  Map<String, String> words(Collection<String> numbers) {
    Names names = new Names(organisation);
    Map<String, String> words = new HashMap<>();
    handOvers.latestOf(numbers).values().stream().filter(last -> last.isOpen() || last.isNews()).forEach(last ->
        words.put(last.request(), last.isOpen() ? "offered to " + names.employee(last.answerer())
            : last.endedBy() == null ? "offer ended" : "declined by " + names.employee(last.endedBy())));
    return words;
  }

  Offer offer(HandOver found, String reader) {
    Names names = new Names(organisation);
    Optional<Task> step = found.isOpen() ? handOvers.step(found) : Optional.empty();
    String better = found.betterEmployee() == null ? names.department(found.betterDepartment()) : names.employee(found.betterEmployee());
    return new Offer(found, names.employee(found.offeredBy()), names.employee(found.giver()), names.department(found.department()),
        names.employee(found.receiver()), names.employee(found.answerer()), names.employee(found.endedBy()), better,
        better == null ? null : new Meant(found.betterDepartment(), found.betterEmployee()).value(),
        step.map(Task::dueAt).orElse(null), step.map(Task::id).orElse(null), found.isOpen() && found.answerer().equals(reader),
        requests.byNumber(found.request()).filter(request -> ownership.mayHandOver(request, reader)).isPresent());
  }
}
