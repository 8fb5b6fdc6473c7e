package io.stile.studio.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stile.gate.Bundle;
import io.stile.gate.BundleVerdict;
import io.stile.gate.Gate;
import io.stile.gate.Verdict;
import io.stile.studio.DraftFile;
import io.stile.studio.Editors;
import io.stile.studio.ModelDrafts;
import io.stile.studio.NamedFinding;
import io.stile.studio.Use;
import io.stile.studio.Uses;
import io.stile.studio.web.EditedFile.Step;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Reads what the pages of the editors show. */
@Component
class EditedFiles {

  private final ModelDrafts drafts;
  private final Editors editors;
  private final Uses uses;
  private final Gate gate;
  private final ObjectMapper json;

  EditedFiles(ModelDrafts drafts, Editors editors, Uses uses, Gate gate, ObjectMapper json) {
    this.drafts = drafts;
    this.editors = editors;
    this.uses = uses;
    this.gate = gate;
    this.json = json;
  }

  EditedFile form(String model, String name, Viewer viewer) {
    String id = model + "." + name;
    return file(model, name, id, Bundle.formOf(id), uses.ofForm(model, id), viewer);
  }

  EditedFile decision(String model, String name, Viewer viewer) {
    return file(model, name, name, Bundle.decisionOf(name), uses.ofDecision(model, name), viewer);
  }

  private EditedFile file(String model, String name, String id, String path, List<Use> used, Viewer viewer) {
    Bundle bundle = drafts.bundle(model);
    if (bundle.file(path).isEmpty()) {
      throw Refusal.notFound("file '%s' of the model '%s'".formatted(path, model));
    }
    BundleVerdict verdict = gate.check(bundle);
    Verdict ofFile = verdict.files().get(path);
    String title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('-', ' ');
    return new EditedFile(model, uses.modelName(model), name, id, path, title,
        drafts.file(model, path).map(DraftFile::revision).orElse(0L), used.stream().map(use -> new Step(use.element(), use.where())).distinct().toList(), editors.mayEdit(viewer, model),
        ofFile == null ? List.of() : NamedFinding.of(bundle, path, ofFile.findings()));
  }

  /** A form to be shown; one without fields if it cannot be read. */
  JsonNode json(String model, String path) {
    try {
      return json.readTree(drafts.file(model, path).orElseThrow().content());
    } catch (JsonProcessingException broken) {
      return json.createObjectNode().put("type", "default");
    }
  }
}
