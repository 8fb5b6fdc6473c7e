package io.stile.studio.web;

import io.stile.engine.Models;
import io.stile.gate.Bundle;
import io.stile.gate.Gate;
import io.stile.gate.Verdict;
import io.stile.studio.Editors;
import io.stile.studio.ModelDrafts;
import io.stile.studio.ModelVocabulary;
import io.stile.studio.NamedFinding;
import io.stile.studio.Words;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The modeler: draws the process of a model's draft. Whoever may only look at the model sees the same page without tools. */
@Controller
@RequestMapping("/studio/{model}")
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class DiagramPage {

  private final ModelDrafts drafts;
  private final Models models;
  private final Editors editors;
  private final ModelVocabulary vocabulary;
  private final Gate gate;

  DiagramPage(ModelDrafts drafts, Models models, Editors editors, ModelVocabulary vocabulary, Gate gate) {
    this.drafts = drafts;
    this.models = models;
    this.editors = editors;
    this.vocabulary = vocabulary;
    this.gate = gate;
  }

  @GetMapping("/diagram")
  String show(@PathVariable String model, Viewer viewer, Model page) {
    Bundle bundle = required(model);
    page.addAttribute("model", model);
    page.addAttribute("name", models.newest(model).map(io.stile.engine.Model::name).orElse(model));
    page.addAttribute("path", Bundle.diagramOf(model));
    page.addAttribute("mayEdit", editors.mayEdit(viewer, model));
    page.addAttribute("words", vocabulary.of(bundle, isProtocol(model)));
    page.addAttribute("findings", findings(bundle));
    return "studio/diagram";
  }

  /** What the model can name: asked for again when a form or a table has changed elsewhere. */
  @GetMapping(path = "/words", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Words words(@PathVariable String model) {
    return vocabulary.of(required(model), isProtocol(model));
  }

  private Bundle required(String model) {
    Bundle bundle = drafts.bundle(model);
    if (bundle.file(Bundle.diagramOf(model)).isEmpty()) {
      throw Refusal.notFound("model '%s'".formatted(model));
    }
    return bundle;
  }

  private boolean isProtocol(String model) {
    return models.newest(model).flatMap(published -> published.property("kind")).filter("protocol"::equals).isPresent();
  }

  private List<NamedFinding> findings(Bundle bundle) {
    String path = Bundle.diagramOf(bundle.key());
    Verdict verdict = gate.check(bundle).files().get(path);
    return verdict == null ? List.of() : NamedFinding.of(bundle, path, verdict.findings());
  }
}
