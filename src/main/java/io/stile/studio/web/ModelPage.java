package io.stile.studio.web;

import io.stile.gate.Bundle;
import io.stile.studio.ModelDrafts;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a model: what it is, its files, its draft and its versions. */
@Controller
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class ModelPage {

  private final ModelSheets sheets;
  private final ModelDrafts drafts;

  ModelPage(ModelSheets sheets, ModelDrafts drafts) {
    this.sheets = sheets;
    this.drafts = drafts;
  }

  @GetMapping("/studio/{model}")
  String show(@PathVariable String model, Viewer viewer, Model page) {
    page.addAttribute("sheet", sheets.sheet(model, viewer));
    return "studio/model";
  }

  /** The diagram as it stands now, in the draft or as published. */
  @GetMapping("/studio/{model}/drawing.bpmn")
  ResponseEntity<byte[]> drawing(@PathVariable String model) {
    sheets.line(model);
    byte[] drawing = drafts.bundle(model).file(Bundle.diagramOf(model)).orElseThrow(() -> Refusal.notFound("diagram of '%.64s'".formatted(model)));
    return xml(drawing);
  }

  /** A diagram for the island that shows it; asked for again each time, because it changes. */
  static ResponseEntity<byte[]> xml(byte[] drawing) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).cacheControl(CacheControl.noCache()).body(drawing);
  }
}
