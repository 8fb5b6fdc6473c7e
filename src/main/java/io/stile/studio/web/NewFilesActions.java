package io.stile.studio.web;

import io.stile.engine.UnitOfWork;
import io.stile.gate.Bundle;
import io.stile.studio.Editors;
import io.stile.studio.ModelDrafts;
import io.stile.studio.NewFiles;
import io.stile.studio.StaleSave;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** New forms and decision tables of a draft, and those that are not needed any more. */
@Controller
@RequestMapping("/studio/{model}")
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class NewFilesActions {

  private final NewFiles files;
  private final ModelDrafts drafts;
  private final Editors editors;
  private final UnitOfWork work;

  NewFilesActions(NewFiles files, ModelDrafts drafts, Editors editors, UnitOfWork work) {
    this.files = files;
    this.drafts = drafts;
    this.editors = editors;
    this.work = work;
  }

  /** What was made: how the diagram names it, and where its editor is. */
  record Made(String id, String name, String address) {}

  /** @param step id of the step that asks; the editor leads back to it */
  @PostMapping(path = "/forms", produces = MediaType.TEXT_HTML_VALUE)
  String form(@PathVariable String model, @RequestParam String step, Viewer viewer) {
    return "redirect:" + made(model, step, viewer).address();
  }

  /** The same for the modeler, which names the form in the diagram. */
  @PostMapping(path = "/forms", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Made made(@PathVariable String model, @RequestParam String step, Viewer viewer) {
    editors.require(viewer, model);
    String name = work.of(() -> files.form(model, step, viewer.signIn()));
    return new Made(model + "." + name, name, "/studio/%s/forms/%s".formatted(model, name));
  }

  /** @param title how people will call the table */
  @PostMapping(path = "/decisions", produces = MediaType.TEXT_HTML_VALUE)
  String decision(@PathVariable String model, @RequestParam String title, Viewer viewer) {
    return "redirect:" + madeDecision(model, title, viewer).address();
  }

  /** The same for the modeler. */
  @PostMapping(path = "/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Made madeDecision(@PathVariable String model, @RequestParam String title, Viewer viewer) {
    editors.require(viewer, model);
    String id = work.of(() -> files.decision(model, title, viewer.signIn()));
    return new Made(id, id, "/studio/%s/decisions/%s".formatted(model, id));
  }

  @PostMapping("/forms/{form}/remove")
  String removeForm(@PathVariable String model, @PathVariable String form, @RequestParam long revision, Viewer viewer, RedirectAttributes next) {
    return removed(model, Bundle.formOf(model + "." + form), revision, viewer, next);
  }

  @PostMapping("/decisions/{decision}/remove")
  String removeDecision(@PathVariable String model, @PathVariable String decision, @RequestParam long revision, Viewer viewer, RedirectAttributes next) {
    return removed(model, Bundle.decisionOf(decision), revision, viewer, next);
  }

  private String removed(String model, String path, long revision, Viewer viewer, RedirectAttributes next) {
    editors.require(viewer, model);
    if (drafts.file(model, path).isEmpty()) {
      throw Refusal.notFound("file '%s' of the model '%s'".formatted(path, model));
    }
    knowingly(() -> {
      files.remove(model, path, revision, viewer.signIn());
      return path;
    });
    next.addFlashAttribute("message", "%s goes with the next publication.".formatted(path));
    return "redirect:/studio/" + model;
  }

  private void knowingly(Supplier<String> removal) {
    try {
      work.of(removal);
    } catch (StaleSave stale) {
      throw Refusal.conflict("Somebody has saved %s meanwhile. Look at it again before you remove it.".formatted(stale.present().path()));
    }
  }
}
