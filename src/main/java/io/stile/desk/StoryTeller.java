package io.stile.desk;

import io.stile.customer.Interactions;
import io.stile.organisation.Organisation;
import io.stile.request.Journal;
import io.stile.request.JournalEntry;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.web.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the story of a request in the words and the zone of its reader. */
@Component
public class StoryTeller {

  private static final Set<String> PEOPLE = Set.of("to", "from", "whom", "owner", "where", "better");
  private static final Set<String> INSTANTS = Set.of("due", "before", "until", "start");

  private final Journal journal;
  private final Interactions interactions;
  private final AnswersReader answers;
  private final Organisation organisation;
  private final Times times;

  StoryTeller(Journal journal, Interactions interactions, AnswersReader answers, Organisation organisation,
      Times times) {
    this.journal = journal;
    this.interactions = interactions;
    this.answers = answers;
    this.organisation = organisation;
    this.times = times;
  }

  /**
   * The story of a request.
   *
   * @param zone the zone of the reader
   */
  public Story of(Request request, ZoneId zone) {
    Names names = new Names(organisation);
    List<StoryLine> lines = new ArrayList<>(journal.of(request.number().value()).stream()
        .map(entry -> line(entry, names, zone)).toList());
    Collections.reverse(lines);
    return new Story(contacts(request, names), answers.of(request, names),
        lines.stream().filter(StoryLine::isNote).toList(), List.copyOf(lines));
  }

  private List<ContactView> contacts(Request request, Names names) {
    return interactions.ofRequest(request.number().value()).stream()
        // The one from which the request came is what the page quotes as what the customer said.
        .filter(contact -> !Objects.equals(contact.id(), request.interaction()))
        .map(contact -> new ContactView(contact, names.employee(contact.employee()))).toList();
  }

  private StoryLine line(JournalEntry entry, Names names, ZoneId zone) {
    String who = names.employee(entry.actor());
    if (entry.kind() == JournalKind.NOTE) {
      return new StoryLine(entry.id(), entry.at(), entry.kind(), who, "noted", entry.details().get("text"));
    }
    return new StoryLine(entry.id(), entry.at(), entry.kind(), who, entry.told(words(entry.details(), names, zone)), null);
  }

  /**
   * Only details that hold a name or an instant are put into other words: what somebody typed stays as he typed it, even if
   * it happens to be somebody's sign-in name.
   */
  private UnaryOperator<String> words(Map<String, String> details, Names names, ZoneId zone) {
    Set<String> people = valuesOf(details, PEOPLE);
    Set<String> instants = valuesOf(details, INSTANTS);
    return detail -> people.contains(detail) ? names.employee(detail)
        : instants.contains(detail) ? moment(detail, zone) : detail;
  }

  private static Set<String> valuesOf(Map<String, String> details, Set<String> keys) {
    return details.entrySet().stream().filter(detail -> keys.contains(detail.getKey())).map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }

  private String moment(String instant, ZoneId zone) {
    try {
      return times.moment(Instant.parse(instant), zone);
    } catch (DateTimeParseException words) {
      return instant;
    }
  }
}
