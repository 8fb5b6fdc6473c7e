package io.stile.desk.web;

import io.stile.desk.ModelView;
import io.stile.desk.ModelViews;
import io.stile.engine.Decisions;
import io.stile.engine.Models;
import io.stile.web.Refusal;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The models, to be looked at by every employee: how work is done here, and how much of it stands where. */
@Controller
@RequestMapping("/models")
@PreAuthorize("hasRole('EMPLOYEE')")
class ModelPages {

  private final ModelViews views;
  private final Models models;
  private final Decisions decisions;

  ModelPages(ModelViews views, Models models, Decisions decisions) {
    this.views = views;
    this.models = models;
    this.decisions = decisions;
  }

  @GetMapping
  String list(Model model) {
    List<ModelView> all = views.all();
    model.addAttribute("types", all.stream().filter(view -> !view.isProtocol()).toList());
    model.addAttribute("protocols", all.stream().filter(ModelView::isProtocol).toList());
    model.addAttribute("decisions", decisions.all());
    return "desk/models";
  }

  @GetMapping("/{process}")
  String show(@PathVariable String process, Model model) {
    model.addAttribute("view", required(process));
    return "desk/model";
  }

  /** The diagram of the newest version; asked for again each time, because a newer one can be published. */
  @GetMapping("/{process}/diagram.bpmn")
  ResponseEntity<String> diagram(@PathVariable String process) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).cacheControl(CacheControl.noCache())
        .body(models.diagram(required(process).model().version()));
  }

  private ModelView required(String process) {
    return views.byProcess(process).orElseThrow(() -> Refusal.notFound("model '" + process + "'"));
  }
}
