package io.stile.work.web;

import io.stile.engine.UnitOfWork;
import io.stile.work.ReturnReasons;
import io.stile.work.Returns;
import io.stile.work.TaskRefused;
import jakarta.servlet.http.HttpServletResponse;
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

/** The reasons for which tasks can be returned, and what was returned how often: for process owners and administrators. */
@Controller
@RequestMapping("/return-reasons")
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class ReturnReasonsPage {

  private final ReturnReasons reasons;
  private final Returns returns;
  private final ReturnPlaces places;
  private final UnitOfWork unitOfWork;

  ReturnReasonsPage(ReturnReasons reasons, Returns returns, ReturnPlaces places, UnitOfWork unitOfWork) {
    this.reasons = reasons;
    this.returns = returns;
    this.places = places;
    this.unitOfWork = unitOfWork;
  }

  @GetMapping
  String show(Model model) {
    model.addAttribute("reasons", reasons.all());
    model.addAttribute("counts", returns.counts().stream().map(places::counted).toList());
    return "work/return-reasons";
  }

  @PostMapping
  String add(@RequestParam(defaultValue = "") String label, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    return answer(() -> reasons.add(label), "“%s” can be chosen now.".formatted(label.strip()), label, model, response, redirect);
  }

  @PostMapping("/{key}/retire")
  String retire(@PathVariable String key, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    return answer(() -> reasons.retire(key), "The reason is retired: nobody can choose it any more.", "", model, response, redirect);
  }

  @PostMapping("/{key}/restore")
  String restore(@PathVariable String key, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    return answer(() -> reasons.restore(key), "The reason can be chosen again.", "", model, response, redirect);
  }

  private String answer(Runnable work, String done, String typed, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    try {
      unitOfWork.run(work);
      redirect.addFlashAttribute("message", done);
      return "redirect:/return-reasons";
    } catch (TaskRefused refused) {
      if (refused.kind() == TaskRefused.Kind.UNKNOWN) {
        throw refused;
      }
      response.setStatus(refused.kind() == TaskRefused.Kind.CONFLICT ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute("typed", typed);
      model.addAttribute("wrong", refused.getMessage());
      model.addAttribute("atField", refused.field() != null);
      return show(model);
    }
  }
}
