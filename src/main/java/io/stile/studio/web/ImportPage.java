package io.stile.studio.web;

import io.stile.catalogue.BundleArchive;
import io.stile.catalogue.PublicationRefused;
import io.stile.engine.UnitOfWork;
import io.stile.gate.Bundle;
import io.stile.gate.Gate;
import io.stile.gate.Imported;
import io.stile.studio.DrawnModels;
import io.stile.studio.Editors;
import io.stile.studio.ModelDraftRefused;
import io.stile.studio.NewTypes;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a diagram of another tool, or a bundle that was exported elsewhere, becomes a draft. */
@Controller
@RequestMapping("/studio/import")
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class ImportPage {

  private static final int MOST_LISTED = 100;

  private final BundleArchive archives;
  private final Gate gate;
  private final NewTypes types;
  private final Editors editors;
  private final UnitOfWork unitOfWork;

  ImportPage(BundleArchive archives, Gate gate, NewTypes types, Editors editors, UnitOfWork unitOfWork) {
    this.archives = archives;
    this.gate = gate;
    this.types = types;
    this.editors = editors;
    this.unitOfWork = unitOfWork;
  }

  /** What a file holds, and what was taken out of it. */
  private record Brought(Bundle bundle, List<String> dropped) {}

  @GetMapping
  String show() {
    return "studio/import";
  }

  @PostMapping
  String bring(@RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean replace, Viewer viewer, Model page,
      HttpServletResponse response, RedirectAttributes redirect) throws IOException {
    try {
      Brought brought = read(file);
      String model = brought.bundle().key();
      if (!types.isNew(model)) {
        editors.require(viewer, model);
      }
      unitOfWork.run(() -> types.bring(brought.bundle(), viewer.signIn(), replace));
      redirect.addFlashAttribute("message", "Imported as a draft. Look at what has to be mended before it can be published.");
      redirect.addFlashAttribute(PublicationPage.DROPPED, listed(brought.dropped()));
      return "redirect:/studio/" + model + "/publication";
    } catch (PublicationRefused refused) {
      if (refused.kind() != PublicationRefused.Kind.INVALID && refused.kind() != PublicationRefused.Kind.CONFLICT) {
        throw refused;
      }
      return refuse(refused.kind() == PublicationRefused.Kind.CONFLICT, refused.getMessage(), page, response);
    } catch (ModelDraftRefused refused) {
      return refuse(false, refused.getMessage(), page, response);
    }
  }

  private static String listed(List<String> dropped) {
    String listed = dropped.stream().limit(MOST_LISTED).map(line -> line.replaceAll("\\R", " ")).collect(Collectors.joining("\n"));
    return dropped.size() <= MOST_LISTED ? listed : "%s\nand %d more".formatted(listed, dropped.size() - MOST_LISTED);
  }

  private String refuse(boolean conflict, String why, Model page, HttpServletResponse response) {
    response.setStatus(conflict ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_ENTITY.value());
    page.addAttribute("wrong", why);
    page.addAttribute("conflict", conflict);
    return show();
  }

  private Brought read(MultipartFile file) throws IOException {
    if (file.isEmpty() || file.getSize() > BundleArchive.LARGEST) {
      throw PublicationRefused.invalid("file", file.isEmpty() ? "Choose a file: a .bpmn diagram, or a .zip that was exported from a studio."
          : "The file has %,d bytes; at most %,d are read.".formatted(file.getSize(), BundleArchive.LARGEST));
    }
    byte[] content = file.getBytes();
    boolean zip = content.length > 1 && content[0] == 'P' && content[1] == 'K';
    return zip ? new Brought(archives.read(content), List.of()) : diagram(content);
  }

  private Brought diagram(byte[] content) {
    Imported imported = gate.importing(content);
    if (imported.content() == null) {
      throw PublicationRefused.invalid("file", imported.findings().get(0).message());
    }
    String key = DrawnModels.process(imported.content()).orElseThrow(() -> PublicationRefused.invalid("file",
        "There is no process with an id in this file. Expected a diagram in BPMN 2.0."));
    return new Brought(new Bundle(key, Map.of(Bundle.diagramOf(key), imported.content())), imported.dropped());
  }
}
