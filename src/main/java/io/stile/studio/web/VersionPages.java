package io.stile.studio.web;

import io.stile.catalogue.Publication;
import io.stile.catalogue.Publications;
import io.stile.gate.Bundle;
import io.stile.gate.Kind;
import io.stile.organisation.Organisation;
import io.stile.studio.DrawnModels;
import io.stile.studio.Editors;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A version of a model as it was published, and its files. */
@Controller
@RequestMapping("/studio/{model}/versions/{number}")
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class VersionPages {

  private final ModelSheets sheets;
  private final Publications publications;
  private final Editors editors;
  private final Organisation organisation;

  VersionPages(ModelSheets sheets, Publications publications, Editors editors, Organisation organisation) {
    this.sheets = sheets;
    this.publications = publications;
    this.editors = editors;
    this.organisation = organisation;
  }

  @GetMapping
  String show(@PathVariable String model, @PathVariable int number, @RequestParam(required = false) String element, Viewer viewer, Model page) {
    Publication publication = required(model, number);
    Bundle bundle = publications.bundle(publication);
    People people = new People(organisation);
    page.addAttribute("line", sheets.line(model));
    page.addAttribute("publication", publication);
    page.addAttribute("author", publication.author() == null ? "The program" : people.employee(publication.author()));
    page.addAttribute("approver", people.employee(publication.approver()));
    page.addAttribute("mayEdit", editors.mayEdit(viewer, model));
    page.addAttribute("steps", DrawnModels.steps(bundle).stream().map(step -> StepLine.of(step, people)).toList());
    page.addAttribute("forms", names(bundle, Kind.FORM));
    page.addAttribute("tables", names(bundle, Kind.DMN));
    page.addAttribute("marks", element == null ? null : Map.of("current", List.of(Map.of("id", element, "state", "late", "label", "Here"))));
    page.addAttribute("drawn", !bundle.paths(Kind.BPMN).isEmpty());
    return "studio/version";
  }

  @GetMapping("/drawing.bpmn")
  ResponseEntity<byte[]> drawing(@PathVariable String model, @PathVariable int number) {
    return ModelPage.xml(publications.bundle(required(model, number)).file(Bundle.diagramOf(model))
        .orElseThrow(() -> Refusal.notFound("diagram of version %d of '%.64s'".formatted(number, model))));
  }

  private static List<String> names(Bundle bundle, Kind kind) {
    return bundle.paths(kind).stream().map(FileLine::name).toList();
  }

  private Publication required(String model, int number) {
    return publications.version(model, number).orElseThrow(() -> Refusal.notFound("version %d of '%.64s'".formatted(number, model)));
  }
}
