package io.stile.studio;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import io.stile.audit.Subject;
import io.stile.catalogue.PublicationRefused;
import io.stile.engine.Decisions;
import io.stile.engine.Models;
import io.stile.gate.Bundle;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.sla.Target;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins request types that were not there before: with a template, or with files from elsewhere. */
@Service
public class NewTypes {

  /** Addresses of the studio itself. */
  private static final Set<String> TAKEN = Set.of("new", "import");
  private static final int LONGEST_NAME = 80;

  private final DraftBundles bundles;
  private final ModelDrafts drafts;
  private final Models models;
  private final Decisions decisions;
  private final Organisation organisation;
  private final Audit audit;

  NewTypes(DraftBundles bundles, ModelDrafts drafts, Models models, Decisions decisions, Organisation organisation,
      Audit audit) {
    this.bundles = bundles;
    this.drafts = drafts;
    this.models = models;
    this.decisions = decisions;
    this.organisation = organisation;
    this.audit = audit;
  }

  /**
   * Makes the draft of a new request type.
   *
   * @throws PublicationRefused if the key is taken, or a value is missing or wrong
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void begin(Template template, NewType type, String by) {
    requireKey(type.key());
    require(!type.name().isBlank() && type.name().length() <= LONGEST_NAME, "name",
        "What do people call it? At most %d characters.".formatted(LONGEST_NAME));
    require(organisation.employee(type.owner()).filter(owner -> owner.active() && owner.has(Role.PROCESS_OWNER)).isPresent(), "owner",
        "Choose somebody with the role of a process owner.");
    requireTarget(type.promise());
    require(template.departments() < 1 || isDepartment(type.first()), "first", "Choose a department.");
    require(template.departments() < 2 || isDepartment(type.second()), "second", "Choose a department.");
    bundles.begin(template.filled(type), by, false);
    audit.record(by, "began", new Subject("model", type.key(), type.name()), new Changes().add("Template", null, template.title()));
  }

  /**
   * Makes files from elsewhere the draft of their model, which may be a new one.
   *
   * @param replace whether a draft that is open is thrown away for them
   * @throws PublicationRefused if a draft is open and is to be kept, or the key is none
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void bring(Bundle bundle, String by, boolean replace) {
    String key = bundle.key();
    require(ModelDrafts.isKey(key) && !TAKEN.contains(key), "file",
        "'%.64s' can be no key of a model; expected small letters, digits and hyphens, beginning with a letter.".formatted(key));
    require(models.newestOf(key).isPresent() || decisions.table(key).isEmpty(), "file",
        "The decision table '%s' belongs to another model; export and import that one.".formatted(key));
    bundles.begin(bundle, by, replace);
    drafts.importedAs(key, drafts.bundle(key).digest());
    audit.record(by, "imported as a draft", new Subject("model", key, key), new Changes().add("Files", null, bundle.files().keySet()));
  }

  /** Whether nothing is known of a model of that key, neither a version nor a draft. */
  public boolean isNew(String key) {
    return models.newestOf(key).isEmpty() && drafts.of(key).isEmpty();
  }

  private void requireKey(String key) {
    require(ModelDrafts.isKey(key) && !TAKEN.contains(key), "key",
        "'%.64s' can be no key; expected small letters, digits and hyphens, beginning with a letter: phone-swap.".formatted(key));
    require(isNew(key), "key", "There is a model '%s' already. Choose another key.".formatted(key));
  }

  private boolean isDepartment(String key) {
    return key != null && organisation.departments().stream().anyMatch(department -> department.key().equals(key));
  }

  private static void requireTarget(String promise) {
    try {
      Target.parse(promise);
    } catch (IllegalArgumentException none) {
      throw PublicationRefused.invalid("promise", "Expected a number from 1 on.");
    }
  }

  private static void require(boolean holds, String field, String expected) {
    if (!holds) {
      throw PublicationRefused.invalid(field, expected);
    }
  }
}
