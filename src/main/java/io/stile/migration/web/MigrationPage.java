package io.stile.migration.web;

import io.stile.engine.UnitOfWork;
import io.stile.migration.Migration;
import io.stile.migration.MigrationItem;
import io.stile.migration.MigrationItem.Outcome;
import io.stile.migration.MigrationRefused;
import io.stile.migration.RunningMigrations;
import io.stile.studio.Editors;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import java.util.List;
import java.util.function.LongFunction;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One migration: how far it is, and what became of each request. */
@Controller
@RequestMapping("/studio/{model}/running/{id}")
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class MigrationPage {

  private static final int SHOWN = 200;

  private final RunningMigrations migrations;
  private final RunningScreens screens;
  private final Editors editors;
  private final UnitOfWork unitOfWork;

  MigrationPage(RunningMigrations migrations, RunningScreens screens, Editors editors, UnitOfWork unitOfWork) {
    this.migrations = migrations;
    this.screens = screens;
    this.editors = editors;
    this.unitOfWork = unitOfWork;
  }

  /** What became of the requests, each list no longer than {@value #SHOWN}. */
  record Result(List<MigrationItem> stayed, List<MigrationItem> moved, List<MigrationItem> pending) {}

  @GetMapping
  String show(@PathVariable String model, @PathVariable long id, Viewer viewer, Model page) {
    fill(model, required(model, id), viewer, page);
    return "migration/migration";
  }

  /** What the page asks for again and again while requests move. */
  @GetMapping("/progress")
  String progress(@PathVariable String model, @PathVariable long id, Viewer viewer, Model page) {
    fill(model, required(model, id), viewer, page);
    return "migration/migration :: progress";
  }

  private void fill(String model, Migration migration, Viewer viewer, Model page) {
    page.addAttribute("type", screens.required(model));
    page.addAttribute("line", screens.line(migration));
    page.addAttribute("given", migrations.given(migration));
    page.addAttribute("mayMove", editors.mayEdit(viewer, model));
    page.addAttribute("result", new Result(migrations.items(migration.id(), Outcome.STAYED, SHOWN),
        migrations.items(migration.id(), Outcome.MOVED, SHOWN), migrations.items(migration.id(), Outcome.PENDING, SHOWN)));
  }

  @PostMapping("/pause")
  String pause(@PathVariable String model, @PathVariable long id, Viewer viewer, RedirectAttributes redirect) {
    return change(model, id, viewer, migrations::pause, "No more requests move until you go on.", redirect);
  }

  @PostMapping("/go-on")
  String goOn(@PathVariable String model, @PathVariable long id, Viewer viewer, RedirectAttributes redirect) {
    return change(model, id, viewer, migrations::goOn, "It goes on.", redirect);
  }

  /** Who finds it in another state already learns that on the page, which shows it as it is. */
  private String change(String model, long id, Viewer viewer, LongFunction<Migration> change, String done, RedirectAttributes redirect) {
    required(model, id);
    editors.require(viewer, model);
    try {
      unitOfWork.of(() -> change.apply(id));
      redirect.addFlashAttribute("message", done);
    } catch (MigrationRefused otherwise) {
      redirect.addFlashAttribute("message", otherwise.getMessage() + ".");
    }
    return "redirect:/studio/" + model + "/running/" + id;
  }

  private Migration required(String model, long id) {
    return migrations.byId(id).filter(found -> found.model().equals(model))
        .orElseThrow(() -> Refusal.notFound("migration %d of '%s'".formatted(id, model)));
  }
}
