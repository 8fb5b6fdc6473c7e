package io.stile.studio.web;

import io.stile.organisation.Organisation;
import io.stile.studio.ModelDrafts;
import io.stile.studio.Use;
import io.stile.studio.Uses;
import io.stile.web.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where something is used, to be read before it is renamed or removed. */
@Controller
@RequestMapping("/studio/{model}/uses")
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class UsesPage {

  private final Uses uses;
  private final ModelDrafts drafts;
  private final Organisation organisation;

  UsesPage(Uses uses, ModelDrafts drafts, Organisation organisation) {
    this.uses = uses;
    this.drafts = drafts;
    this.organisation = organisation;
  }

  /** The uses of one thing. */
  record Found(List<Use> uses) {}

  /** The uses of each field of a form outside of it, by its key. */
  record OfFields(Map<String, List<Use>> fields) {}

  @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
  String show(@PathVariable("model") String key, @RequestParam String kind, @RequestParam String name, Model model) {
    model.addAttribute("found", found(key, kind, name));
    model.addAttribute("key", key);
    model.addAttribute("modelName", uses.modelName(key));
    model.addAttribute("kind", kind);
    model.addAttribute("name", kind.equals("department") ? organisation.department(name).map(found -> found.name()).orElse(name) : name);
    return "studio/uses";
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Object list(@PathVariable("model") String key, @RequestParam String kind, @RequestParam String name) {
    required(key);
    return kind.equals("form-fields") ? new OfFields(uses.ofFieldsOf(key, name)) : new Found(found(key, kind, name));
  }

  private List<Use> found(String key, String kind, String name) {
    required(key);
    return switch (kind) {
      case "department" -> uses.ofDepartment(name);
      case "decision" -> uses.ofDecision(name);
      case "form" -> uses.ofForm(key, name);
      case "field" -> uses.ofField(key, name, null);
      default -> throw Refusal.invalid("kind", "Expected department, field, decision or form, but found '%s'.".formatted(kind));
    };
  }

  private void required(String key) {
    if (drafts.bundle(key).files().isEmpty()) {
      throw Refusal.notFound("model '" + key + "'");
    }
  }
}
