package io.stile.studio.web;

import io.stile.catalogue.Publication;
import io.stile.catalogue.PublicationRefused;
import io.stile.catalogue.Publications;
import io.stile.catalogue.Retirements;
import io.stile.catalogue.ShippedOffers;
import io.stile.engine.UnitOfWork;
import io.stile.gate.Bundle;
import io.stile.studio.DraftBundles;
import io.stile.studio.Editors;
import io.stile.studio.ModelDrafts;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be done with a model as a whole. */
@Controller
@RequestMapping("/studio/{model}")
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class ModelActions {

  private final ModelPage page;
  private final ModelDrafts drafts;
  private final DraftBundles bundles;
  private final Publications publications;
  private final Retirements retirements;
  private final ShippedOffers offers;
  private final Editors editors;
  private final UnitOfWork unitOfWork;

  ModelActions(ModelPage page, ModelDrafts drafts, DraftBundles bundles, Publications publications, Retirements retirements,
      ShippedOffers offers, Editors editors, UnitOfWork unitOfWork) {
    this.page = page;
    this.drafts = drafts;
    this.bundles = bundles;
    this.publications = publications;
    this.retirements = retirements;
    this.offers = offers;
    this.editors = editors;
    this.unitOfWork = unitOfWork;
  }

  @PostMapping("/discard")
  String discard(@PathVariable String model, Viewer viewer, RedirectAttributes redirect) {
    editors.require(viewer, model);
    boolean published = publications.newest(model).isPresent();
    unitOfWork.run(() -> drafts.discard(model, viewer.signIn()));
    redirect.addFlashAttribute("message", "The draft is thrown away.");
    return "redirect:" + (published ? "/studio/" + model : "/studio");
  }

  @PostMapping("/rebase")
  String rebase(@PathVariable String model, @RequestParam(defaultValue = "") List<String> theirs, Viewer viewer, RedirectAttributes redirect) {
    editors.require(viewer, model);
    unitOfWork.run(() -> bundles.rebase(model, theirs, viewer.signIn()));
    redirect.addFlashAttribute("message", "The draft goes on from the newest version.");
    return "redirect:/studio/" + model;
  }

  @PostMapping("/versions/{number}/restore")
  String restore(@PathVariable String model, @PathVariable int number, @RequestParam(defaultValue = "false") boolean replace, Viewer viewer,
      Model attributes, HttpServletResponse response, RedirectAttributes redirect) {
    editors.require(viewer, model);
    Publication earlier = publications.version(model, number)
        .orElseThrow(() -> PublicationRefused.unknown("version %d of '%.64s'".formatted(number, model)));
    return answer(() -> bundles.restore(earlier, viewer.signIn(), replace), "Version %d is the draft now. Look at it, and publish it.".formatted(number),
        "restore", "", model, viewer, attributes, response, redirect);
  }

  @PostMapping("/shipped/take")
  String take(@PathVariable String model, @RequestParam(defaultValue = "false") boolean replace, Viewer viewer, Model attributes,
      HttpServletResponse response, RedirectAttributes redirect) {
    editors.require(viewer, model);
    Bundle brought = offers.brought(model);
    return answer(() -> {
      bundles.begin(brought, viewer.signIn(), replace);
      offers.taken(model, viewer.signIn());
    }, "The shipped version is the draft now. Look at it, and publish it.", "shipped", "", model, viewer, attributes, response, redirect);
  }

  @PostMapping("/shipped/dismiss")
  String dismiss(@PathVariable String model, @RequestParam String digest, Viewer viewer, RedirectAttributes redirect) {
    editors.require(viewer, model);
    unitOfWork.run(() -> offers.dismiss(model, digest, viewer.signIn()));
    redirect.addFlashAttribute("message", "This shipped version is dismissed. You are offered the next one.");
    return "redirect:/studio/" + model;
  }

  @PostMapping("/retire")
  String retire(@PathVariable String model, @RequestParam(defaultValue = "") String note, Viewer viewer, Model attributes,
      HttpServletResponse response, RedirectAttributes redirect) {
    editors.require(viewer, model);
    return answer(() -> retirements.retire(model, note, viewer.signIn()), "Retired: no new requests can be opened. Those that run are finished.",
        "retire", note, model, viewer, attributes, response, redirect);
  }

  @PostMapping("/bring-back")
  String bringBack(@PathVariable String model, Viewer viewer, RedirectAttributes redirect) {
    editors.require(viewer, model);
    unitOfWork.run(() -> retirements.bringBack(model, viewer.signIn()));
    redirect.addFlashAttribute("message", "New requests can be opened again.");
    return "redirect:/studio/" + model;
  }

  /** What was refused comes back with the page and what was typed. */
  private String answer(Runnable work, String done, String action, String typed, String model, Viewer viewer, Model attributes,
      HttpServletResponse response, RedirectAttributes redirect) {
    try {
      unitOfWork.run(work);
    } catch (PublicationRefused refused) {
      if (refused.kind() != PublicationRefused.Kind.CONFLICT && refused.kind() != PublicationRefused.Kind.INVALID) {
        throw refused;
      }
      boolean conflict = refused.kind() == PublicationRefused.Kind.CONFLICT;
      response.setStatus(conflict ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_ENTITY.value());
      attributes.addAttribute("wrong", refused.getMessage());
      attributes.addAttribute("wrongAction", conflict ? "" : action);
      attributes.addAttribute("typed", typed);
      return page.show(model, viewer, attributes);
    }
    redirect.addFlashAttribute("message", done);
    return "redirect:/studio/" + model;
  }
}
