package io.stile.migration.web;

import io.stile.engine.UnitOfWork;
import io.stile.migration.Migration;
import io.stile.migration.MigrationPlan;
import io.stile.migration.MigrationPlans;
import io.stile.migration.MigrationRefused;
import io.stile.migration.RunningMigrations;
import io.stile.studio.Editors;
import io.stile.web.Refused.Kind;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The running requests of a type by version, and the plan by which they move: tried first, then begun. */
@Controller
@RequestMapping("/studio/{model}/running")
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class RunningPage {

  private static final String PAGE = "migration/running";

  private final MigrationPlans plans;
  private final RunningMigrations migrations;
  private final RunningScreens screens;
  private final Editors editors;
  private final UnitOfWork unitOfWork;

  RunningPage(MigrationPlans plans, RunningMigrations migrations, RunningScreens screens, Editors editors, UnitOfWork unitOfWork) {
    this.plans = plans;
    this.migrations = migrations;
    this.screens = screens;
    this.editors = editors;
    this.unitOfWork = unitOfWork;
  }

  @GetMapping
  String show(@PathVariable String model, @RequestParam Map<String, String> fields, Viewer viewer, Model page) {
    Optional<ProtocolScreen> protocol = screens.protocol(model);
    if (protocol.isPresent()) {
      page.addAttribute("screen", protocol.get());
      return "migration/protocol";
    }
    var type = screens.required(model);
    page.addAttribute("screen", screens.of(type, plans.plan(model, PlanForm.withoutValues(fields)), null, viewer, fields, null));
    return PAGE;
  }

  /** Says what would become of the requests; nothing is changed. */
  @PostMapping("/trial")
  String attempt(@PathVariable String model, @RequestParam Map<String, String> fields, Viewer viewer, Model page,
      HttpServletResponse response) {
    var type = screens.required(model);
    try {
      MigrationPlan plan = plans.plan(model, PlanForm.read(fields));
      page.addAttribute("screen", screens.of(type, plan, plans.dryRun(plan), viewer, fields, null));
    } catch (MigrationRefused refused) {
      again(type, fields, viewer, refused, page, response);
    }
    return PAGE;
  }

  @PostMapping
  String start(@PathVariable String model, @RequestParam Map<String, String> fields, Viewer viewer, Model page,
      HttpServletResponse response, RedirectAttributes redirect) {
    var type = screens.required(model);
    editors.require(viewer, model);
    try {
      MigrationPlan plan = plans.plan(model, PlanForm.read(fields));
      Migration begun = unitOfWork.of(() -> migrations.start(plan, viewer.signIn()));
      redirect.addFlashAttribute("message", "%d %s on the way to version %d.".formatted(begun.all(),
          begun.all() == 1 ? "request is" : "requests are", begun.number()));
      return "redirect:/studio/" + model + "/running/" + begun.id();
    } catch (MigrationRefused refused) {
      again(type, fields, viewer, refused, page, response);
      return PAGE;
    }
  }

  /** Shows a plan again that was refused, with what was typed; one that cannot be shown is refused as a whole. */
  private void again(io.stile.engine.Model type, Map<String, String> fields, Viewer viewer, MigrationRefused refused, Model page,
      HttpServletResponse response) {
    page.addAttribute("screen", screens.of(type, plans.plan(type.process(), PlanForm.withoutValues(fields)), null, viewer, fields, refused));
    response.setStatus((refused.kind() == Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY).value());
  }
}
