package io.stile.organisation.web;

import io.stile.organisation.EmployeeSheet;
import io.stile.organisation.OrganisationRefused;
import io.stile.organisation.Passwords;
import io.stile.organisation.Role;
import io.stile.organisation.SignInLinks;
import io.stile.organisation.Staffing;
import io.stile.web.Refusal;
import io.stile.web.Sessions;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One employee: taken in, changed, given a password, let go. */
@Controller
@RequestMapping("/admin/employees")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class EmployeePage {

  private static final String PAGE = "redirect:/admin/employees/";
  private static final String MESSAGE = "message";
  /** Flash attribute: the address of a sign-in link, which is shown once. */
  private static final String LINK = "link";

  private final EmployeeScreen screen;
  private final Staffing staffing;
  private final Passwords passwords;
  private final SignInLinks links;
  private final Sessions sessions;

  EmployeePage(EmployeeScreen screen, Staffing staffing, Passwords passwords, SignInLinks links, Sessions sessions) {
    this.screen = screen;
    this.staffing = staffing;
    this.passwords = passwords;
    this.links = links;
    this.sessions = sessions;
  }

  @GetMapping("/new")
  String begin(@RequestParam(defaultValue = "") String signIn, @RequestParam(required = false) Role role, Viewer viewer, Model model) {
    Set<Role> roles = role == null ? Set.of() : Set.of(role);
    return screen.show(null, new EmployeeForm(signIn, "", "", "", viewer.zone().getId(), roles, Set.of(), null, null), Faults.NONE, model);
  }

  @PostMapping
  String add(EmployeeForm form, @RequestParam(defaultValue = "") String password, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      staffing.hire(form.signIn(), form.byLink() ? passwords.unknown() : passwords.hash(form.signIn(), password), form.details());
    } catch (OrganisationRefused refused) {
      return screen.show(null, form, Faults.of(refused, response), model);
    }
    redirect.addFlashAttribute(MESSAGE, "%s is taken in.".formatted(form.name()));
    if (form.byLink()) {
      redirect.addFlashAttribute(LINK, newLink(form.signIn()));
    }
    return PAGE + form.signIn();
  }

  @GetMapping("/{signIn}")
  String show(@PathVariable String signIn, Model model) {
    EmployeeSheet sheet = screen.sheet(signIn);
    return screen.show(sheet, EmployeeForm.of(sheet), Faults.NONE, model);
  }

  @PostMapping("/{signIn}")
  String change(@PathVariable String signIn, EmployeeForm form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    if (form.version() == null) {
      throw Refusal.invalid("version", "The form does not say which version of the employee it shows.");
    }
    return done(signIn, form, () -> staffing.change(signIn, form.details(), form.version()), "%s is changed.".formatted(form.name()), model,
        response, redirect);
  }

  @PostMapping("/{signIn}/password")
  String setPassword(@PathVariable String signIn, @RequestParam String password, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    return done(signIn, null, () -> {
      staffing.setPassword(signIn, passwords.hash(signIn, password));
      sessions.endEverywhere(signIn);
    }, "The password is set, and he is signed out everywhere. Tell it to nobody but him: he chooses his own with it.", model, response, redirect);
  }

  @PostMapping("/{signIn}/link")
  String link(@PathVariable String signIn, RedirectAttributes redirect) {
    redirect.addFlashAttribute(LINK, newLink(signIn));
    return PAGE + signIn;
  }

  @PostMapping("/{signIn}/let-go")
  String letGo(@PathVariable String signIn, @RequestParam int version, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    return done(signIn, null, () -> staffing.letGo(signIn, version), "The account is closed; sessions end with their next page.", model,
        response, redirect);
  }

  @PostMapping("/{signIn}/bring-back")
  String bringBack(@PathVariable String signIn, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    return done(signIn, null, () -> staffing.bringBack(signIn), "The account is open again, with the password from before.", model, response,
        redirect);
  }

  private String newLink(String signIn) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path("/sign-in/link/{token}").buildAndExpand(links.make(signIn)).toUriString();
  }

  /** @param form what was typed; null if nothing was that could be lost */
  private String done(String signIn, EmployeeForm form, Runnable change, String message, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    screen.sheet(signIn);
    try {
      change.run();
    } catch (OrganisationRefused refused) {
      EmployeeSheet now = screen.sheet(signIn);
      Faults faults = Faults.of(refused, response);
      return screen.show(now, form == null ? EmployeeForm.of(now) : faults.changedMeanwhile() ? form.onTopOf(now) : form, faults, model);
    }
    redirect.addFlashAttribute(MESSAGE, message);
    return PAGE + signIn;
  }
}
