package io.stile.studio.web;

import io.stile.studio.KnownNames;
import io.stile.studio.ModelDrafts;
import io.stile.web.Viewer;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The editor of a form: its fields, how it looks, what is wrong with it, and what uses its answers. */
@Controller
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class FormEditorPage {

  /** What the editor offers; the gate knows how to check the answers of each. */
  static final List<String> PALETTE = List.of("textfield", "textarea", "number", "datetime", "checkbox", "select", "radio", "checklist", "text");

  private final EditedFiles files;
  private final KnownNames names;
  private final ModelDrafts drafts;

  FormEditorPage(EditedFiles files, KnownNames names, ModelDrafts drafts) {
    this.files = files;
    this.names = names;
    this.drafts = drafts;
  }

  @GetMapping("/studio/{model}/forms/{form}")
  String show(@PathVariable("model") String key, @PathVariable String form, Viewer viewer, Model model) {
    EditedFile file = files.form(key, form, viewer);
    model.addAttribute("file", file);
    model.addAttribute("palette", PALETTE);
    model.addAttribute("schema", files.json(key, file.path()));
    model.addAttribute("known", names.atForm(drafts.bundle(key), file.id()));
    return "studio/form";
  }
}
