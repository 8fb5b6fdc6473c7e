package io.stile.studio;

import io.stile.catalogue.PublicationRefused;
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
  private final Organisation organisation;

  DraftBundles(ModelDrafts drafts, ModelDraftTable table, Organisation organisation) {
    this.drafts = drafts;
    this.table = table;
    this.organisation = organisation;
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
  public void rebase(String model, List<String> theirs) {
    if (!drafts.lock(model)) {
      throw PublicationRefused.conflict("There is no draft of “%s” any more.".formatted(model));
    }
    theirs.forEach(path -> table.forget(model, path));
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
