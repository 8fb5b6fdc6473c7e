package io.stile.desk.web;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import io.stile.audit.Subject;
import io.stile.catalogue.RequestTypes;
import io.stile.engine.StuckJob;
import io.stile.engine.StuckJobs;
import io.stile.engine.UnitOfWork;
import io.stile.web.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows administrators what the engine has given up, and has it tried again. */
@Controller
@RequestMapping(StuckJobsMenu.HREF)
@PreAuthorize("hasRole('ADMINISTRATOR')")
class StuckJobsPage {

  private static final int SHOWN = 100;
  private static final int AT_ONCE = 1_000;
  private static final String PAGE = "redirect:" + StuckJobsMenu.HREF;

  private final StuckJobs jobs;
  private final RequestTypes types;
  private final Audit audit;
  private final UnitOfWork unitOfWork;

  StuckJobsPage(StuckJobs jobs, RequestTypes types, Audit audit, UnitOfWork unitOfWork) {
    this.jobs = jobs;
    this.types = types;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  /**
   * A stuck job on the page.
   *
   * @param model name of the model
   * @param trace where it failed, for a programmer; null if unknown
   */
  record Line(StuckJob job, String model, String trace) {}

  @GetMapping
  String show(Model model) {
    var names = types.models().stream().collect(Collectors.toMap(io.stile.engine.Model::process, io.stile.engine.Model::name));
    List<Line> lines = jobs.list(SHOWN).stream()
        .map(job -> new Line(job, names.getOrDefault(job.process(), job.process()), jobs.trace(job.id()).orElse(null))).toList();
    model.addAttribute("lines", lines);
    model.addAttribute("count", jobs.count());
    return "desk/stuck-jobs";
  }

  @PostMapping("/{id}/again")
  String tryAgain(@PathVariable String id, RedirectAttributes redirect) {
    unitOfWork.run(() -> {
      StuckJob job = jobs.byId(id).orElseThrow(() -> Refusal.notFound("stuck job " + id + "; perhaps somebody has had it tried again"));
      tryAgain(job);
    });
    redirect.addFlashAttribute("message", "It is being tried again.");
    return PAGE;
  }

  @PostMapping("/again")
  String tryAllAgain(RedirectAttributes redirect) {
    int tried = unitOfWork.of(() -> {
      List<StuckJob> stuck = jobs.list(AT_ONCE);
      stuck.forEach(this::tryAgain);
      return stuck.size();
    });
    redirect.addFlashAttribute("message", tried == 1 ? "One job is being tried again." : tried + " jobs are being tried again.");
    return PAGE;
  }

  private void tryAgain(StuckJob job) {
    if (jobs.tryAgain(job.id())) {
      String name = (job.name() == null ? "job " + job.id() : job.name()) + (job.caseKey() == null ? "" : " of " + job.caseKey().value());
      audit.record("tried again", new Subject("stuck job", job.id(), name), new Changes().add("error", job.error(), null));
    }
  }
}
