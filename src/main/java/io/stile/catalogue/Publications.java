package io.stile.catalogue;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import io.stile.audit.Subject;
import io.stile.catalogue.Publication.Source;
import io.stile.engine.Model;
import io.stile.engine.ModelVersion;
import io.stile.engine.Models;
import io.stile.engine.PublishedVersion;
import io.stile.gate.Bundle;
import io.stile.gate.BundleVerdict;
import io.stile.gate.Gate;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The versions of models, and the one way in which a new one comes to be, wherever its files come from: through the gate, as the gate has
 * written them anew.
 */
@Service
public class Publications {

  private final PublicationTable table;
  private final Models models;
  private final Gate gate;
  private final OpenDrafts drafts;
  private final Organisation organisation;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Publications(PublicationTable table, Models models, Gate gate, OpenDrafts drafts, Organisation organisation, Audit audit,
      ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.models = models;
    this.gate = gate;
    this.drafts = drafts;
    this.organisation = organisation;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** The newest version of a model, empty if it was never published. */
  public Optional<Publication> newest(String model) {
    return table.newest(model);
  }

  /** A version by its number, empty if there is none. */
  public Optional<Publication> version(String model, int number) {
    return table.ofNumber(model, number);
  }

  /** All versions of a model, newest first. */
  public List<Publication> of(String model) {
    return table.of(model);
  }

  /** The newest version of every model, by model. */
  public List<Publication> newestOfEach() {
    return table.newestOfEach();
  }

  /** The files of a version. */
  public Bundle bundle(Publication publication) {
    return new Bundle(publication.model(), models.files(publication.version()));
  }

  /**
   * Publishes a new version.
   *
   * @param approver sign-in name of the second person; null if nobody was asked
   * @throws PublicationRefused if the gate has found anything, somebody else has published since the change was begun, or nothing differs
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Publication publish(NewPublication wanted, String approver) {
    Publication publication = deploy(requirePublishable(wanted), wanted.source(), wanted.author(), approver, wanted.note());
    if (wanted.drafted()) {
      drafts.published(wanted.bundle(), publication.version());
    }
    return publication;
  }

  /** The files as the gate has written them anew, if they could be published at this instant; nobody else publishes until the transaction ends. */
  Bundle requirePublishable(NewPublication wanted) {
    requireNote(wanted.note());
    String model = wanted.model();
    table.lock(model);
    requireNewest(model, wanted.basedOn());
    Bundle checked = checked(wanted.bundle());
    if (wanted.basedOn() != null && checked.digest().equals(new Bundle(model, models.files(wanted.basedOn())).digest())) {
      throw PublicationRefused.conflict("Nothing differs from version %d of “%s”, so there is nothing to publish."
          .formatted(models.newestOf(model).orElseThrow().number(), name(model)));
    }
    return checked;
  }

  /** Publishes what came with the program, as the gate has written it anew. */
  void ship(Bundle checked, String note) {
    deploy(checked, Source.SHIPPED, null, null, note);
  }

  private Publication deploy(Bundle checked, Source source, String author, String approver, String note) {
    String model = checked.key();
    ModelVersion version = models.publish(model, checked.files());
    int number = models.newestOf(model).orElseThrow().number();
    Publication publication = new Publication(model, number, version, source, author, approver, note, clock.instant());
    table.insert(publication);
    audit.record(author, "published", subject(model), new Changes().add("Version", number == 1 ? null : number - 1, number)
        .add("Note", null, note).add("Approved by", null, approver));
    events.publishEvent(new ModelPublished(model, number, publication.source(), publication.author(), publication.at()));
    return publication;
  }

  /**
   * The files as the gate has written them anew.
   *
   * @throws PublicationRefused if it has found anything
   */
  Bundle checked(Bundle bundle) {
    BundleVerdict verdict = gate.check(bundle);
    if (!verdict.publishable()) {
      throw PublicationRefused.findings(bundle.key(), verdict.findings());
    }
    return verdict.checked();
  }

  static void requireNote(String note) {
    if (note.isEmpty() || note.length() > NewPublication.LONGEST_NOTE) {
      throw PublicationRefused.invalid("note", note.isEmpty() ? "Say in a few words what changes and why: everybody reads it in the list of versions."
          : "The note has %d characters; at most %d are kept.".formatted(note.length(), NewPublication.LONGEST_NOTE));
    }
  }

  private void requireNewest(String model, ModelVersion basedOn) {
    ModelVersion newest = models.newestOf(model).map(PublishedVersion::version).orElse(null);
    if (!Objects.equals(newest, basedOn)) {
      throw PublicationRefused.conflict(table.newest(model).filter(publication -> publication.version().equals(newest))
          .map(publication -> "%s has published version %d of “%s” since this change was begun. Compare with it, and take over what you need."
              .formatted(who(publication.author()), publication.number(), name(model)))
          .orElse("Another version of “%s” was published since this change was begun. Compare with it, and take over what you need.".formatted(name(model))));
    }
  }

  String who(String signIn) {
    return signIn == null ? "The program" : organisation.employee(signIn).map(Employee::name).orElse(signIn);
  }

  /** What people call a model; its key as long as nothing was published of it. */
  String name(String model) {
    return models.newest(model).map(Model::name).orElse(model);
  }

  Subject subject(String model) {
    return new Subject("model", model, name(model));
  }
}
