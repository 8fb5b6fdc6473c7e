package io.stile.catalogue;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import io.stile.catalogue.PlannedPublication.State;
import io.stile.gate.Bundle;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publications that wait for the approval of a second person, for their date, or for both. What was asked for is kept: what is approved is
 * exactly what is published, and a draft that was changed afterwards voids the approval.
 */
@Service
public class PlannedPublications {

  private static final String CHANGED = "The draft was changed after this was asked for.";

  private final PlanTable table;
  private final Publications publications;
  private final ApprovalRules rules;
  private final OpenDrafts drafts;
  private final PublicationTold told;
  private final Audit audit;
  private final Clock clock;

  PlannedPublications(PlanTable table, Publications publications, ApprovalRules rules, OpenDrafts drafts, PublicationTold told, Audit audit,
      Clock clock) {
    this.table = table;
    this.publications = publications;
    this.rules = rules;
    this.drafts = drafts;
    this.told = told;
    this.audit = audit;
    this.clock = clock;
  }

  /** What waits of a model, empty if nothing. */
  public Optional<PlannedPublication> openOf(String model) {
    return table.openOf(model);
  }

  /** What was asked for last of a model, whatever became of it. */
  public Optional<PlannedPublication> newestOf(String model) {
    return table.newestOf(model);
  }

  /** Everything that waits, the oldest first. */
  public List<PlannedPublication> open() {
    return table.open();
  }

  /** The files that were asked for. */
  public Bundle bundle(PlannedPublication plan) {
    return table.bundle(plan);
  }

  /** Whether the draft is no longer what was asked for. */
  public boolean isOvertaken(PlannedPublication plan) {
    return !drafts.bundle(plan.model()).digest().equals(plan.digest());
  }

  /**
   * Publishes at once what may be published at once; has wait what needs a second person or has a date.
   *
   * @param publishAt when; null for now
   * @return the publication, empty if it waits
   * @throws PublicationRefused if it cannot be published as it is, the date has passed, or something of the model waits already
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Publication> submit(NewPublication wanted, Instant publishAt) {
    Instant now = clock.instant();
    if (publishAt != null && !publishAt.isAfter(now)) {
      throw PublicationRefused.invalid("publishAt", "This has passed already; choose a time to come, or none.");
    }
    overtakeOpen(wanted.model(), now);
    boolean approval = rules.rule().holdsFor(wanted.model());
    if (!approval && publishAt == null) {
      return Optional.of(publications.publish(wanted, null));
    }
    publications.requirePublishable(wanted);
    PlannedPublication plan = table.lock(insert(wanted, approval, publishAt, now)).orElseThrow();
    audit.record(wanted.author(), approval ? "asked for approval" : "planned a publication", publications.subject(wanted.model()),
        new Changes().add("Note", null, wanted.note()).add("On", null, publishAt));
    if (approval) {
      told.asked(plan, publications.name(plan.model()), publications.who(plan.author()), now);
    }
    return Optional.empty();
  }

  private long insert(NewPublication wanted, boolean approval, Instant publishAt, Instant now) {
    try {
      return table.insert(wanted, approval, publishAt, now);
    } catch (DuplicateKeyException another) {
      throw waitsAlready(wanted.model());
    }
  }

  /** Something that waits and that the draft has left behind makes room; anything else is in the way. */
  private void overtakeOpen(String model, Instant now) {
    table.openOf(model).flatMap(plan -> table.lock(plan.id())).filter(PlannedPublication::isOpen).ifPresent(plan -> {
      if (!plan.approval() || !isOvertaken(plan)) {
        throw waitsAlready(model);
      }
      endVoid(plan, now);
    });
  }

  private PublicationRefused waitsAlready(String model) {
    return PublicationRefused.conflict("A publication of “%s” waits already; cancel it first.".formatted(publications.name(model)));
  }

  /**
   * The second person agrees: it is published now, or on its date.
   *
   * @return the publication, empty if its date is to come
   * @throws PublicationRefused if he cannot be the second person, the draft was changed, or it cannot be published any more
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Publication> approve(long id, String by) {
    PlannedPublication plan = decidable(id, by);
    Instant now = clock.instant();
    String name = publications.name(plan.model());
    boolean waits = plan.publishAt() != null && plan.publishAt().isAfter(now);
    Optional<Publication> published = waits ? Optional.empty() : Optional.of(publications.publish(asked(plan), by));
    table.approve(id, by, now, waits ? State.PLANNED : State.PUBLISHED);
    audit.record(by, "approved the publication", publications.subject(plan.model()), new Changes());
    told.author(plan, "approved", waits ? "%s has approved your version of “%s”".formatted(publications.who(by), name)
        : "%s has approved your version of “%s”: it is published".formatted(publications.who(by), name), by, now);
    return published;
  }

  /**
   * The second person does not agree. The draft stays as it is.
   *
   * @throws PublicationRefused if he cannot be the second person, or does not say why
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void decline(long id, String reason, String by) {
    String why = reason == null ? "" : reason.strip();
    if (why.isEmpty() || why.length() > NewPublication.LONGEST_NOTE) {
      throw PublicationRefused.invalid("reason", "Say in a few words what has to be different, at most %d characters.".formatted(NewPublication.LONGEST_NOTE));
    }
    PlannedPublication plan = decidable(id, by);
    table.end(id, State.DECLINED, by, why, clock.instant());
    audit.record(by, "declined the publication", publications.subject(plan.model()), new Changes().add("Reason", null, why));
    told.author(plan, "declined", "%s has declined your version of “%s”: %s".formatted(publications.who(by), publications.name(plan.model()), why),
        by, clock.instant());
  }

  /**
   * Takes back what waits. The draft stays as it is.
   *
   * @throws PublicationRefused if it does not wait any more
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void cancel(long id, String by) {
    PlannedPublication plan = open(id);
    table.end(id, State.CANCELLED, by, null, clock.instant());
    audit.record(by, "cancelled the publication", publications.subject(plan.model()), new Changes());
    told.author(plan, "cancelled", "%s has cancelled the publication of your version of “%s”".formatted(publications.who(by),
        publications.name(plan.model())), by, clock.instant());
  }

  /** Publishes one whose date has come; empty if there is none that no other node has in its hands. */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<PlannedPublication> publishDue() {
    Optional<PlannedPublication> due = table.lockDue(clock.instant());
    due.ifPresent(plan -> {
      Instant now = clock.instant();
      if (plan.approval() && isOvertaken(plan)) {
        endVoid(plan, now);
        return;
      }
      Publication published = publications.publish(asked(plan), plan.approver());
      table.end(plan.id(), State.PUBLISHED, null, null, now);
      told.author(plan, "published", "Version %d of “%s” is published, as you planned".formatted(published.number(),
          publications.name(plan.model())), null, now);
    });
    return due;
  }

  /** The date has come and it cannot be published: its author hears why, and the draft is as it was. */
  @Transactional(propagation = Propagation.MANDATORY)
  void refuse(long id, String why) {
    table.lock(id).filter(plan -> plan.state() == State.PLANNED).ifPresent(plan -> {
      table.end(id, State.REFUSED, null, why, clock.instant());
      audit.record(null, "did not publish as planned", publications.subject(plan.model()), new Changes().add("Reason", null, why));
      told.author(plan, "refused", "“%s” was not published as planned: %s".formatted(publications.name(plan.model()), why), null, clock.instant());
    });
  }

  private void endVoid(PlannedPublication plan, Instant now) {
    table.end(plan.id(), State.VOID, null, CHANGED, now);
    audit.record(null, "voided the approval", publications.subject(plan.model()), new Changes().add("Reason", null, CHANGED));
    told.author(plan, "void", "Your version of “%s” was not published: the draft was changed after the approval was asked for"
        .formatted(publications.name(plan.model())), null, now);
  }

  private PlannedPublication open(long id) {
    return table.lock(id).filter(PlannedPublication::isOpen)
        .orElseThrow(() -> PublicationRefused.conflict("This publication does not wait any more; somebody else was faster."));
  }

  private PlannedPublication decidable(long id, String by) {
    PlannedPublication plan = open(id);
    if (!plan.canBeApprovedBy(by)) {
      throw PublicationRefused.forbidden(plan.state() != State.WAITING ? "This publication is approved already."
          : "You have asked for this publication or drawn it; somebody else has to approve it.");
    }
    if (isOvertaken(plan)) {
      throw PublicationRefused.conflict("The draft was changed after the approval was asked for: it is to be asked for again.");
    }
    return plan;
  }

  private NewPublication asked(PlannedPublication plan) {
    return new NewPublication(table.bundle(plan), plan.source(), plan.author(), plan.drawnBy(), plan.note(), plan.basedOn(), true);
  }
}
