package io.stile.studio.web;

import io.stile.catalogue.ApprovalRule;
import io.stile.catalogue.ApprovalRule.Kind;
import io.stile.catalogue.ApprovalRules;
import io.stile.catalogue.PublicationRefused;
import io.stile.engine.UnitOfWork;
import io.stile.studio.StudioModels;
import io.stile.web.AdminEntry;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where administrators say for which models a second person approves what is published. */
@Controller
@RequestMapping(ApprovalPage.HREF)
@PreAuthorize("hasRole('ADMINISTRATOR')")
class ApprovalPage {

  static final String HREF = "/admin/publishing";

  private final ApprovalRules rules;
  private final StudioModels models;
  private final UnitOfWork unitOfWork;

  ApprovalPage(ApprovalRules rules, StudioModels models, UnitOfWork unitOfWork) {
    this.rules = rules;
    this.models = models;
    this.unitOfWork = unitOfWork;
  }

  /** The page among those of administrators. */
  @Configuration(proxyBeanMethods = false)
  static class Entry {

    @Bean
    AdminEntry publishingForAdministrators() {
      return new AdminEntry("Publishing", HREF, "signature", "For which models a second person approves what is published.", 70);
    }
  }

  @GetMapping
  String show(Model page) {
    return page(rules.rule(), page);
  }

  @PostMapping
  String change(@RequestParam Kind kind, @RequestParam(defaultValue = "") Set<String> chosen, @RequestParam int version, Model page,
      HttpServletResponse response, RedirectAttributes redirect) {
    ApprovalRule rule = new ApprovalRule(kind, chosen, version);
    try {
      unitOfWork.run(() -> rules.set(rule));
    } catch (PublicationRefused refused) {
      boolean conflict = refused.kind() == PublicationRefused.Kind.CONFLICT;
      response.setStatus(conflict ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_ENTITY.value());
      page.addAttribute("wrong", refused.getMessage());
      return page(new ApprovalRule(kind, chosen, conflict ? rules.rule().version() : version), page);
    }
    redirect.addFlashAttribute("message", "The setting is kept. What waits already goes on as it was asked for.");
    return "redirect:" + HREF;
  }

  private String page(ApprovalRule rule, Model page) {
    page.addAttribute("rule", rule);
    page.addAttribute("all", models.all());
    return "studio/approval";
  }
}
