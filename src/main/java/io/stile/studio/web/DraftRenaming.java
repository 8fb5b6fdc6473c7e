package io.stile.studio.web;

import io.stile.engine.UnitOfWork;
import io.stile.studio.Editors;
import io.stile.studio.Renaming;
import io.stile.studio.StaleSave;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Carries the new name of an answer through a draft, when its editor asks for it. */
@RestController
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class DraftRenaming {

  private final Renaming renaming;
  private final Editors editors;
  private final UnitOfWork work;

  DraftRenaming(Renaming renaming, Editors editors, UnitOfWork work) {
    this.renaming = renaming;
    this.editors = editors;
    this.work = work;
  }

  /** Which name it was, and which it is now. */
  record Rename(String from, String to) {}

  /** The files that named the old one. */
  record Renamed(List<String> files) {}

  @PostMapping(path = "/studio/{model}/rename", produces = MediaType.APPLICATION_JSON_VALUE)
  Renamed rename(@PathVariable String model, @RequestBody Rename rename, Viewer viewer) {
    editors.require(viewer, model);
    try {
      return new Renamed(work.of(() -> renaming.carry(model, rename.from(), rename.to(), viewer.signIn())));
    } catch (StaleSave stale) {
      throw Refusal.conflict("Somebody saved %s at the same moment. Try again.".formatted(stale.present().path()));
    }
  }
}
