package io.stile.studio;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import io.stile.catalogue.Publication;
import io.stile.catalogue.PublicationRefused;
import io.stile.catalogue.Publications;
import io.stile.gate.Bundle;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a whole bundle into the draft of a model: an earlier version, a shipped one, one from elsewhere, or the first of all. */
@Service
public class DraftBundles {

  private final ModelDrafts drafts;
  private final ModelDraftTable table;
  private final Publications publications;
  private final Organisation organisation;
  private final Audit audit;

  DraftBundles(ModelDrafts drafts, ModelDraftTable table, Publications publications, Organisation organisation, Audit audit) {
    this.drafts = drafts;
    this.table = table;
    this.publications = publications;
    this.organisation = organisation;
    this.audit = audit;
  }

  /**
   * Makes a bundle the draft of its model: each of its files that is not as published, and without the published ones that it lacks.
   *
   * @param replace whether a draft that is open is thrown away for it
   * @throws PublicationRefused if a draft is open and is to be kept, or if the bundle is what is published now
   * @throws ModelDraftRefused  if a file of it cannot be kept
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void begin(Bundle bundle, String by, boolean replace) {
    String model = bundle.key();
    Optional<ModelDraft> open = drafts.of(model);
    if (open.isPresent() && !replace) {
      throw PublicationRefused.conflict("%s has a draft of “%s” open. Publish or discard it first, or replace it knowingly.".formatted(
          name(open.get().last().savedBy()), model));
    }
    drafts.discard(model, by);
    Bundle published = drafts.published(model);
    Set<String> differing = new HashSet<>(published.files().keySet());
    differing.addAll(bundle.files().keySet());
    differing.removeIf(path -> Arrays.equals(bundle.files().get(path), published.files().get(path)));
    if (differing.isEmpty()) {
      throw PublicationRefused.conflict("This is what is published now; there is nothing to change.");
    }
    differing.stream().sorted().forEach(path -> put(model, path, bundle.files().get(path), by));
  }

  /**
   * Makes an earlier version the draft of its model.
   *
   * @param replace whether a draft that is open is thrown away for it
   * @throws PublicationRefused if a draft is open and is to be kept, or nothing differs from what is published now
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void restore(Publication earlier, String by, boolean replace) {
    begin(publications.bundle(earlier), by, replace);
    audit.record(by, "restored as a draft", drafts.subject(earlier.model()), new Changes().add("Version", null, earlier.number()));
  }

  private void put(String model, String path, byte[] content, String by) {
    if (content == null) {
      drafts.remove(model, path, 0, by);
    } else {
      drafts.save(model, path, new String(content, StandardCharsets.UTF_8), 0, by);
    }
  }

  /**
   * Has a draft go on from the version that was published after it was begun.
   *
   * @param theirs the files of the draft for which the published ones are taken instead
   * @throws PublicationRefused if there is no draft
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void rebase(String model, List<String> theirs, String by) {
    if (!drafts.lock(model)) {
      throw PublicationRefused.conflict("There is no draft of “%s” any more.".formatted(model));
    }
    List<String> given = table.files(model).stream().map(DraftFile::path).filter(theirs::contains).toList();
    given.forEach(path -> table.forget(model, path));
    audit.record(by, "went on from the newest version", drafts.subject(model),
        new Changes().add("Files given up", given.isEmpty() ? null : String.join(", ", given), null));
    if (table.files(model).isEmpty()) {
      table.delete(model);
      return;
    }
    drafts.rebaseToNewest(model);
  }

  private String name(String signIn) {
    return organisation.employee(signIn).map(Employee::name).orElse(signIn);
  }
}
