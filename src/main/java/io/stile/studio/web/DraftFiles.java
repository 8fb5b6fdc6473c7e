package io.stile.studio.web;

import io.stile.gate.Bundle;
import io.stile.gate.Gate;
import io.stile.gate.Verdict;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.studio.DraftFile;
import io.stile.studio.Editors;
import io.stile.studio.ModelDrafts;
import io.stile.studio.NamedFinding;
import io.stile.studio.Onlookers;
import io.stile.studio.StaleSave;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the editors of the studio load and save while somebody draws. */
@RestController
@RequestMapping(path = "/studio/{model}", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class DraftFiles {

  private final ModelDrafts drafts;
  private final Editors editors;
  private final Onlookers onlookers;
  private final Organisation organisation;
  private final Gate gate;

  DraftFiles(ModelDrafts drafts, Editors editors, Onlookers onlookers, Organisation organisation, Gate gate) {
    this.drafts = drafts;
    this.editors = editors;
    this.onlookers = onlookers;
    this.organisation = organisation;
    this.gate = gate;
  }

  /** A file as an editor has it; {@code savedBy} and {@code savedAt} are null as long as it stands as published. */
  record Loaded(String path, String content, long revision, String savedBy, String savedByName, Instant savedAt) {}

  /** What an editor sends; {@code revision} is the one that it knows. */
  record Save(String content, long revision) {}

  /** What came of it. The findings are those of this file, among all files of the draft. */
  record Saved(long revision, List<NamedFinding> findings) {}

  /** Which file a page shows; empty for the model as a whole. */
  record Look(String file) {}

  record Other(String name, String file) {}

  record Others(List<Other> others) {}

  @GetMapping("/files/{*path}")
  Loaded load(@PathVariable String model, @PathVariable String path) {
    return drafts.file(model, inside(path)).map(this::loaded)
        .orElseThrow(() -> Refusal.notFound("file '%s' of the model '%s'".formatted(inside(path), model)));
  }

  @PutMapping("/files/{*path}")
  Saved save(@PathVariable String model, @PathVariable String path, @RequestBody Save save, Viewer viewer) {
    editors.require(viewer, model);
    long revision = drafts.save(model, inside(path), save.content(), save.revision(), viewer.signIn());
    Bundle bundle = drafts.bundle(model);
    Verdict ofFile = gate.check(bundle).files().get(inside(path));
    return new Saved(revision, ofFile == null ? List.of() : NamedFinding.of(bundle, inside(path), ofFile.findings()));
  }

  @DeleteMapping("/files/{*path}")
  Map<String, String> remove(@PathVariable String model, @PathVariable String path, @RequestParam long revision, Viewer viewer) {
    editors.require(viewer, model);
    drafts.remove(model, inside(path), revision, viewer.signIn());
    return Map.of("removed", inside(path));
  }

  @PostMapping("/presence")
  Others look(@PathVariable String model, @RequestBody Look look, Viewer viewer) {
    String file = look.file() == null ? "" : look.file();
    if (drafts.bundle(model).files().isEmpty() || !file.isEmpty() && drafts.file(model, file).isEmpty()) {
      throw Refusal.notFound("file '%s' of the model '%s'".formatted(file, model));
    }
    return new Others(onlookers.look(model, file, viewer.signIn()).stream().map(other -> new Other(name(other.employee()), other.file())).toList());
  }

  /** Somebody else was faster. What he saved comes along, so that whoever draws can compare. */
  @ExceptionHandler
  ResponseEntity<Loaded> stale(StaleSave stale) {
    return ResponseEntity.status(HttpStatus.CONFLICT).contentType(MediaType.APPLICATION_JSON).body(loaded(stale.present()));
  }

  private Loaded loaded(DraftFile file) {
    return new Loaded(file.path(), file.content(), file.revision(), file.savedBy(), file.savedBy() == null ? null : name(file.savedBy()), file.savedAt());
  }

  private String name(String signIn) {
    return organisation.employee(signIn).map(Employee::name).orElse(signIn);
  }

  /** The variable begins with a slash. */
  private static String inside(String path) {
    return path.substring(1);
  }
}
