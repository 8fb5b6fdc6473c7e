package io.stile.studio.web;

import io.stile.catalogue.ApprovalRules;
import io.stile.catalogue.PlannedPublication;
import io.stile.catalogue.PlannedPublications;
import io.stile.catalogue.Publication;
import io.stile.catalogue.PublicationRefused;
import io.stile.engine.UnitOfWork;
import io.stile.gate.Bundle;
import io.stile.gate.BundleVerdict;
import io.stile.gate.Gate;
import io.stile.organisation.Organisation;
import io.stile.studio.Editors;
import io.stile.studio.ModelDrafts;
import io.stile.studio.Publishing;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

/** Where a draft is published: what the gate has found, what changes, why and when; and where a second person agrees or does not. */
@Controller
@RequestMapping("/studio/{model}/publication")
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class PublicationPage {

  /** What an import has dropped, a line each: sessions carry texts only from one page to the next. */
  static final String DROPPED = "dropped";

  private final ModelSheets sheets;
  private final ModelDrafts drafts;
  private final Publishing publishing;
  private final PlannedPublications plans;
  private final ApprovalRules rules;
  private final Gate gate;
  private final Editors editors;
  private final Organisation organisation;
  private final UnitOfWork unitOfWork;

  PublicationPage(ModelSheets sheets, ModelDrafts drafts, Publishing publishing, PlannedPublications plans, ApprovalRules rules, Gate gate,
      Editors editors, Organisation organisation, UnitOfWork unitOfWork) {
    this.sheets = sheets;
    this.drafts = drafts;
    this.publishing = publishing;
    this.plans = plans;
    this.rules = rules;
    this.gate = gate;
    this.editors = editors;
    this.organisation = organisation;
    this.unitOfWork = unitOfWork;
  }

  @GetMapping
  String show(@PathVariable String model, Viewer viewer, Model page) {
    ModelSheet sheet = sheets.sheet(model, viewer);
    PlannedPublication plan = plans.newestOf(model).orElse(null);
    Bundle bundle = drafts.bundle(model);
    BundleVerdict verdict = gate.check(bundle);
    page.addAttribute("sheet", sheet);
    page.addAttribute("droppedLines", page.getAttribute(DROPPED) instanceof String lines ? lines.lines().toList() : List.of());
    page.addAttribute("findings", FindingLine.of(bundle, verdict));
    page.addAttribute("publishable", verdict.publishable());
    page.addAttribute("digest", bundle.digest());
    page.addAttribute("approval", rules.rule().holdsFor(model));
    page.addAttribute("plan", plan == null ? null : PlanLine.of(plan, plans.isOvertaken(plan), viewer, new People(organisation)));
    page.addAttribute("zone", viewer.zone());
    return "studio/publication";
  }

  @PostMapping
  String publish(@PathVariable String model, @RequestParam(defaultValue = "") String seen, @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String publishAt, Viewer viewer, Model page, HttpServletResponse response, RedirectAttributes redirect) {
    editors.require(viewer, model);
    page.addAttribute("note", note);
    page.addAttribute("publishAt", publishAt);
    return answer(model, viewer, page, response, redirect, () -> {
      Optional<Publication> published = publishing.publish(model, seen, note, PublishAt.read(publishAt, viewer.zone()), viewer.signIn());
      return published.map(PublicationPage::words).orElseGet(() -> plans.openOf(model).filter(PlannedPublication::approval)
          .map(plan -> "Others are asked for their approval. You are told what comes of it.").orElse("It is published on its date."));
    });
  }

  @PostMapping("/{plan}/approve")
  String approve(@PathVariable String model, @PathVariable long plan, Viewer viewer, Model page, HttpServletResponse response,
      RedirectAttributes redirect) {
    requireOf(model, plan);
    return answer(model, viewer, page, response, redirect,
        () -> plans.approve(plan, viewer.signIn()).map(PublicationPage::words).orElse("Approved: it is published on its date."));
  }

  @PostMapping("/{plan}/decline")
  String decline(@PathVariable String model, @PathVariable long plan, @RequestParam(defaultValue = "") String reason, Viewer viewer, Model page,
      HttpServletResponse response, RedirectAttributes redirect) {
    requireOf(model, plan);
    page.addAttribute("reason", reason);
    return answer(model, viewer, page, response, redirect, () -> {
      plans.decline(plan, reason, viewer.signIn());
      return "Declined. Whoever asked for it is told why.";
    });
  }

  @PostMapping("/{plan}/cancel")
  String cancel(@PathVariable String model, @PathVariable long plan, Viewer viewer, Model page, HttpServletResponse response,
      RedirectAttributes redirect) {
    editors.require(viewer, model);
    requireOf(model, plan);
    return answer(model, viewer, page, response, redirect, () -> {
      plans.cancel(plan, viewer.signIn());
      return "Cancelled: nothing is published. The draft is as it was.";
    });
  }

  private void requireOf(String model, long plan) {
    if (plans.newestOf(model).filter(found -> found.id() == plan).isEmpty()) {
      throw Refusal.notFound("publication %d of '%.64s'".formatted(plan, model));
    }
  }

  private static String words(Publication published) {
    return "Version %d is published. New requests are opened on it.".formatted(published.number());
  }

  private String answer(String model, Viewer viewer, Model page, HttpServletResponse response, RedirectAttributes redirect, Supplier<String> work) {
    try {
      redirect.addFlashAttribute("message", unitOfWork.of(work));
      return "redirect:/studio/" + model;
    } catch (PublicationRefused refused) {
      if (refused.kind() == PublicationRefused.Kind.UNKNOWN || refused.kind() == PublicationRefused.Kind.FORBIDDEN) {
        throw refused;
      }
      boolean conflict = refused.kind() == PublicationRefused.Kind.CONFLICT;
      response.setStatus(conflict ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_ENTITY.value());
      page.addAttribute("wrong", refused.getMessage());
      page.addAttribute("wrongField", refused.field());
      return show(model, viewer, page);
    }
  }
}
