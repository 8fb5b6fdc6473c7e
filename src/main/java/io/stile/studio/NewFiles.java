package io.stile.studio;

import io.stile.gate.Bundle;
import io.stile.gate.Kind;
import io.stile.studio.Diagram.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes new forms and decision tables in the draft of a model, named as the conventions say, and removes those that nothing uses. */
@Service
public class NewFiles {

  private static final String FORM = """
      {
        "id": "%s",
        "type": "default",
        "schemaVersion": 19,
        "executionPlatform": "Camunda Platform",
        "executionPlatformVersion": "7.24.0",
        "components": []
      }
      """;

  private final ModelDrafts drafts;
  private final Uses uses;

  NewFiles(ModelDrafts drafts, Uses uses) {
    this.drafts = drafts;
    this.uses = uses;
  }

  /**
   * The form of a step, made if it does not exist yet.
   *
   * @param step id of the step or start event that asks: {@code UserTask_ReserveHandset}; its form is {@code reserve-handset}
   * @return name of the form
   * @throws ModelDraftRefused if no name can be made of the step
   */
  @Transactional
  public String form(String model, String step, String by) {
    boolean start = step != null && (step.startsWith("StartEvent") || KnownNames.diagram(drafts.bundle(model))
        .map(diagram -> diagram.nodes().get(step)).map(Node::kind).filter("startEvent"::equals).isPresent());
    String name = start ? "start" : named("step", step);
    String id = model + "." + name;
    if (drafts.file(model, Bundle.formOf(id)).isEmpty()) {
      drafts.save(model, Bundle.formOf(id), FORM.formatted(id), revision(model, Bundle.formOf(id)), by);
    }
    return name;
  }

  /**
   * A decision table of a model with one condition and one result, made if it does not exist yet.
   *
   * @param title how people call it: {@code Eligibility}; its id is {@code phone-swap-eligibility}
   * @return id of the decision
   * @throws ModelDraftRefused if no name can be made of the title, or another model has a table of that name
   */
  @Transactional
  public String decision(String model, String title, String by) {
    String own = named("title", title);
    String id = own.equals(model) || own.startsWith(model + "-") ? own : model + "-" + own;
    if (!ModelDrafts.isKey(id)) {
      throw new ModelDraftRefused("title", "The name “%s” is too long for a table of “%s”.".formatted(title.strip(), model));
    }
    if (drafts.file(model, Bundle.decisionOf(id)).isEmpty()) {
      if (!drafts.published(id).files().isEmpty()) {
        throw new ModelDraftRefused("title", "There is a table “%s” already. Give this one another name.".formatted(id));
      }
      drafts.save(model, Bundle.decisionOf(id), NewTable.of(id, title.strip()), revision(model, Bundle.decisionOf(id)), by);
    }
    return id;
  }

  /**
   * Removes a form or a table that nothing uses.
   *
   * @throws ModelDraftRefused if a step uses it; the message names it
   * @throws StaleSave         if somebody has saved it meanwhile
   */
  @Transactional
  public void remove(String model, String path, long revision, String by) {
    String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]+$", "");
    List<Use> used = Kind.ofFile(path).filter(Kind.DMN::equals).isPresent()
        ? uses.ofDecision(model, name) : uses.ofForm(model, model + "." + name);
    if (!used.isEmpty()) {
      throw new ModelDraftRefused("path", "%s uses it. Take it away there first.".formatted(used.get(0).where()));
    }
    drafts.remove(model, path, revision, by);
  }

  /** Of a file that is to be removed already, so that it can be made again. */
  private long revision(String model, String path) {
    return drafts.of(model).flatMap(draft -> draft.files().stream().filter(file -> file.path().equals(path)).findFirst())
        .map(DraftFile::revision).orElse(0L);
  }

  /** {@code UserTask_ReserveHandset} and {@code Reserve the handset!} in small letters with hyphens. */
  private static String named(String field, String text) {
    String words = Optional.ofNullable(text).orElse("").strip().replaceFirst("^[A-Za-z]+_", "");
    String name = words.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    if (!ModelDrafts.isKey(name)) {
      throw new ModelDraftRefused(field, "Of “%s” no name can be made: it needs a letter first, and at most 64 letters and digits."
          .formatted(words.length() > 80 ? words.substring(0, 80) + "…" : words));
    }
    return name;
  }
}
