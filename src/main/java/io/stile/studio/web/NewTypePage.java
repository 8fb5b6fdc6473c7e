package io.stile.studio.web;

import io.stile.catalogue.PublicationRefused;
import io.stile.engine.UnitOfWork;
import io.stile.organisation.Calendars;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.studio.NewType;
import io.stile.studio.NewTypes;
import io.stile.studio.Template;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a new request type is begun with a template. */
@Controller
@RequestMapping("/studio/new")
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class NewTypePage {

  private final NewTypes types;
  private final Organisation organisation;
  private final Calendars calendars;
  private final UnitOfWork unitOfWork;

  NewTypePage(NewTypes types, Organisation organisation, Calendars calendars, UnitOfWork unitOfWork) {
    this.types = types;
    this.organisation = organisation;
    this.calendars = calendars;
    this.unitOfWork = unitOfWork;
  }

  /**
   * What was typed.
   *
   * @param amount of the promise, a number
   * @param unit   {@code hours} of open time or business {@code days}
   */
  record Typed(String template, String key, String name, String owner, String amount, String unit, String calendar, String first, String second) {

    static Typed by(Viewer viewer) {
      return new Typed(Template.ONE_DEPARTMENT.word(), "", "", viewer.signIn(), "2", "days", "front-office", "", "");
    }

    NewType type() {
      String promise = "hours".equals(unit) ? "PT%sH".formatted(amount) : "P%sD".formatted(amount);
      return new NewType(text(key), text(name), text(owner), promise, text(calendar), text(first), text(second));
    }

    private static String text(String typed) {
      return typed == null ? "" : typed.strip();
    }
  }

  @GetMapping
  String show(Viewer viewer, Model page) {
    return page(Typed.by(viewer), page);
  }

  @PostMapping
  String begin(@ModelAttribute Typed typed, Viewer viewer, Model page, HttpServletResponse response, RedirectAttributes redirect) {
    Template template = Template.ofWord(typed.template()).orElseThrow(() -> Refusal.invalid("template", "Choose one of the templates."));
    NewType type = typed.type();
    try {
      unitOfWork.run(() -> types.begin(template, type, viewer.signIn()));
    } catch (PublicationRefused refused) {
      if (refused.kind() != PublicationRefused.Kind.INVALID) {
        throw refused;
      }
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      page.addAttribute("wrong", refused.getMessage());
      page.addAttribute("wrongField", refused.field());
      return page(typed, page);
    }
    redirect.addFlashAttribute("message", "“%s” is begun. It can be published as it is; change what you need first.".formatted(type.name()));
    return "redirect:/studio/" + type.key();
  }

  private String page(Typed typed, Model page) {
    page.addAttribute("typed", typed);
    page.addAttribute("templates", Template.values());
    page.addAttribute("owners", organisation.withRole(Role.PROCESS_OWNER));
    page.addAttribute("departments", organisation.departments());
    page.addAttribute("calendars", calendars.plans());
    return "studio/new";
  }
}
