package io.stile.studio;

import io.stile.catalogue.NewPublication;
import io.stile.catalogue.PlannedPublications;
import io.stile.catalogue.Publication;
import io.stile.catalogue.Publication.Source;
import io.stile.catalogue.PublicationRefused;
import io.stile.catalogue.Publications;
import io.stile.gate.Bundle;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Publishes the draft of a model: what was seen, and nothing that was saved since. */
@Service
public class Publishing {

  private final ModelDrafts drafts;
  private final Publications publications;
  private final PlannedPublications plans;

  Publishing(ModelDrafts drafts, Publications publications, PlannedPublications plans) {
    this.drafts = drafts;
    this.publications = publications;
    this.plans = plans;
  }

  /**
   * Publishes the draft, or has it wait for a second person or its date.
   *
   * @param seen      digest of the files that were looked at
   * @param publishAt null for now
   * @return the publication, empty if it waits
   * @throws PublicationRefused if there is no draft, it was changed since it was looked at, or it cannot be published as it is
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Publication> publish(String model, String seen, String note, Instant publishAt, String by) {
    drafts.lock(model);
    ModelDraft draft = drafts.of(model).orElseThrow(() -> PublicationRefused.conflict(publications.newest(model)
        .map(newest -> "There is no draft of “%s” any more: version %d was published.".formatted(model, newest.number()))
        .orElse("There is no draft of “%s” any more.".formatted(model))));
    Bundle bundle = drafts.bundle(model);
    if (!bundle.digest().equals(seen)) {
      throw PublicationRefused.conflict("The draft was changed since you opened this page. Look at what differs, and publish again.");
    }
    Set<String> drawnBy = draft.files().stream().map(DraftFile::savedBy).filter(Objects::nonNull).collect(Collectors.toSet());
    return plans.submit(new NewPublication(bundle, source(bundle), by, drawnBy, note, draft.basedOn(), true), publishAt);
  }

  /** The same files as those of an earlier version are that version once more. */
  private Source source(Bundle bundle) {
    String digest = bundle.digest();
    if (drafts.imported(bundle.key()).filter(digest::equals).isPresent()) {
      return Source.IMPORTED;
    }
    return publications.of(bundle.key()).stream().anyMatch(earlier -> publications.bundle(earlier).digest().equals(digest)) ? Source.RESTORED
        : Source.EDITED;
  }
}
