package io.stile.request;

import io.stile.customer.Interactions;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.web.Refused.Kind;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one request of two that are about the same. One of them ends, and its number leads to the other; what was said about
 * it stands with the other from then on.
 */
@Service
public class Merging {

  private final RequestTable table;
  private final Merges merges;
  private final RepeatContacts repeatContacts;
  private final Interactions interactions;
  private final Organisation organisation;
  private final Closing closing;
  private final List<MergeTie> ties;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Merging(RequestTable table, Merges merges, RepeatContacts repeatContacts, Interactions interactions,
      Organisation organisation, Closing closing, List<MergeTie> ties, Journal journal, ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.merges = merges;
    this.repeatContacts = repeatContacts;
    this.interactions = interactions;
    this.organisation = organisation;
    this.closing = closing;
    this.ties = ties;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What is asked when two requests are merged.
   *
   * @param number    number of the request that ends
   * @param into      number of the one as which it goes on
   * @param reason    why; may be empty
   * @param confirmed whether it is meant although they are of different customers; only a lead may say so
   */
  public record Merge(String number, String into, String reason, boolean confirmed) {}

  /** Whether somebody may merge a request into another one: its owner, its opener, or a lead. */
  public boolean mayMerge(Request request, String employee) {
    return employee.equals(request.owner()) || employee.equals(request.opener()) || isLead(employee);
  }

  private boolean isLead(String employee) {
    return organisation.employee(employee).filter(found -> found.has(Role.LEAD)).isPresent();
  }

  /**
   * Merges a request into another one: its tasks are not needed any more, its own promise ends, and every interaction about it
   * stands with the other.
   *
   * @return the request as which it goes on
   * @throws RequestRefused if one of them is unknown or not open, it is one and the same, the one who asks may not, or
   *     something ties the one that would end
   */
  @Transactional
  public Request merge(Merge asked, String by) {
    String number = asked.number();
    if (number.equals(asked.into())) {
      throw RequestRefused.invalid("into", "Expected another request; this is %s itself.".formatted(number));
    }
    Map<String, Request> held = new HashMap<>();
    InOrder.of(number, asked.into()).forEach(each -> held.put(each, table.lock(each).orElseThrow(
        () -> RequestRefused.invalid("into", "There is no request %s.".formatted(each)))));
    Request merged = held.get(number);
    Request into = held.get(asked.into());
    requireMergeable(merged, into, asked, by);
    String reason = FreeText.optional("reason", asked.reason());
    interactions.moveAll(number, asked.into());
    repeatContacts.merge(merged, into);
    tell(merged, into, reason, by);
    closing.merge(merged, into);
    return table.byNumber(asked.into()).orElseThrow();
  }

  private void tell(Request merged, Request into, String reason, String by) {
    String number = merged.number().value();
    String other = into.number().value();
    journal.add(number, JournalKind.MERGED_INTO, by, Map.of("into", other, "reason", reason));
    journal.add(other, JournalKind.MERGED, by, Map.of("merged", number, "reason", reason));
    events.publishEvent(new RequestMerged(number, other, by, clock.instant()));
  }

  private void requireMergeable(Request merged, Request into, Merge asked, String by) {
    requireOpen(merged, "another one");
    requireOpen(into, "it");
    if (!mayMerge(merged, by)) {
      throw new RequestRefused(Kind.FORBIDDEN,
          "Only %s, who owns %s, its opener or a lead may merge it; link the two instead".formatted(
              name(merged.owner()), merged.number()));
    }
    if (merged.customer() != into.customer()) {
      requireConfirmed(asked, by);
    }
    ties.stream().map(tie -> tie.whyNotMerged(merged)).flatMap(Optional::stream).findFirst().ifPresent(why -> {
      throw new RequestRefused(Kind.CONFLICT, "%s cannot be merged now: %s".formatted(merged.number(), why));
    });
  }

  private void requireOpen(Request request, String what) {
    String number = request.number().value();
    merges.intoOf(number).ifPresent(other -> {
      throw new RequestRefused(Kind.CONFLICT, "%s was merged into %s already".formatted(number, other));
    });
    if (request.onlyPromisesLeft()) {
      throw new RequestRefused(Kind.CONFLICT, "The work of %s has ended, only promises are left; link the two instead".formatted(number));
    }
    if (!request.isOpen()) {
      throw new RequestRefused(Kind.CONFLICT, "%s is %s, so nothing can be merged into %s; link the two instead"
          .formatted(number, request.state().word(), what));
    }
  }

  private void requireConfirmed(Merge asked, String by) {
    if (!isLead(by)) {
      throw new RequestRefused(Kind.FORBIDDEN, "%s and %s are of different customers; only a lead may merge them"
          .formatted(asked.number(), asked.into()));
    }
    if (!asked.confirmed()) {
      throw RequestRefused.invalid("confirmed", "%s and %s are of different customers; confirm that it is meant."
          .formatted(asked.number(), asked.into()));
    }
  }

  private String name(String signIn) {
    return organisation.employee(signIn).map(Employee::name).orElse(signIn);
  }
}
