package io.stile.desk;

import io.stile.customer.Interaction;
import io.stile.customer.Interactions;
import io.stile.customer.NewInteraction;
import io.stile.draft.Drafts;
import io.stile.engine.UnitOfWork;
import io.stile.request.AfterEnd;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Merges;
import io.stile.request.RepeatContacts;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.request.Requests;
import io.stile.web.Refused.Kind;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Logs contacts with customers; one about a request stands in its journal, too, so that whoever works on it learns of it. */
@Service
public class ContactLog {

  private final Interactions interactions;
  private final Requests requests;
  private final Journal journal;
  private final Drafts drafts;
  private final UnitOfWork unitOfWork;
  private final Merges merges;
  private final RepeatContacts repeatContacts;
  private final Clock clock;

  ContactLog(Interactions interactions, Requests requests, Merges merges, RepeatContacts repeatContacts, Journal journal,
      Drafts drafts, UnitOfWork unitOfWork, Clock clock) {
    this.interactions = interactions;
    this.requests = requests;
    this.merges = merges;
    this.repeatContacts = repeatContacts;
    this.clock = clock;
    this.journal = journal;
    this.drafts = drafts;
    this.unitOfWork = unitOfWork;
  }

  /**
   * Keeps a contact, as of now.
   *
   * @throws io.stile.customer.InvalidCustomer if nothing was said, or too much
   * @throws RequestRefused if the request that it is about is not one of this customer's, or has ended more than 30 days ago
   */
  public Interaction log(NewInteraction contact) {
    return log(contact, null);
  }

  /**
   * The same for a contact that was typed in a draft, which ends.
   *
   * @param draft id of the draft, or null
   */
  public Interaction log(NewInteraction contact, UUID draft) {
    return unitOfWork.of(() -> {
      drafts.sent(draft, contact.employee());
      if (contact.requestNumber() == null) {
        return interactions.log(contact);
      }
      Request request = required(contact);
      Interaction logged = interactions.log(contact.about(request.number().value()));
      tell(request, logged);
      return logged;
    });
  }

  private void tell(Request request, Interaction logged) {
    String number = request.number().value();
    Map<String, String> details = new HashMap<>(Map.of("channel", word(logged.channel()),
        "direction", word(logged.direction()), "said", logged.said()));
    if (request.isOpen() && logged.direction() == Interaction.Direction.IN) {
      details.put("contact", Optional.ofNullable(repeatContacts.latest(number)).map(which -> which + " contact").orElse(null));
    }
    journal.add(number, JournalKind.INTERACTION, logged.employee(), details);
  }

  /**
   * Keeps a contact about a request, as of now.
   *
   * @param by sign-in name of who spoke with the customer
   * @throws io.stile.customer.InvalidCustomer if nothing was said, or too much
   * @throws RequestRefused if there is no such request, or it has ended more than 30 days ago
   */
  public Interaction log(String number, Interaction.Channel channel, Interaction.Direction direction, String by,
      String said) {
    long customer = requests.byNumber(number).map(Request::customer).orElseThrow(
        () -> new RequestRefused(Kind.UNKNOWN, "There is no request " + number));
    return log(new NewInteraction(customer, number, channel, direction, by, said));
  }

  /** The request, held; a merged one goes on as another one, and so does what is said about it. */
  private Request required(NewInteraction contact) {
    requests.byNumber(contact.requestNumber()).filter(found -> found.customer() == contact.customer())
        .orElseThrow(() -> RequestRefused.invalid("request",
            "'%s' is no request of this customer; choose one of his, or none".formatted(contact.requestNumber())));
    Request request = requests.lock(merges.survivorOf(contact.requestNumber()));
    while (merges.intoOf(request.number().value()).isPresent()) {
      request = requests.lock(merges.survivorOf(request.number().value()));
    }
    if (!AfterEnd.isTalkedAbout(request, clock.instant())) {
      throw new RequestRefused(Kind.CONFLICT, "%s has been %s for more than %d days; choose another one, or none"
          .formatted(request.number(), request.state().word(), AfterEnd.RECENT.toDays()));
    }
    return request;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
