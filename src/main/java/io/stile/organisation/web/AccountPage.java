package io.stile.organisation.web;

import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.organisation.Password;
import io.stile.organisation.PasswordRefused;
import io.stile.organisation.Passwords;
import io.stile.web.Sessions;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the company keeps about oneself, one's password, and where else one is signed in. */
@Controller
@PreAuthorize("hasRole('EMPLOYEE')")
class AccountPage {

  private static final String PAGE = "organisation/account";
  private static final String PASSWORD_PAGE = "organisation/password";

  private final Organisation organisation;
  private final Passwords passwords;
  private final Sessions sessions;

  AccountPage(Organisation organisation, Passwords passwords, Sessions sessions) {
    this.organisation = organisation;
    this.passwords = passwords;
    this.sessions = sessions;
  }

  @GetMapping("/account")
  String show(Viewer viewer, HttpServletRequest request, Model model) {
    Employee employee = organisation.employee(viewer.signIn()).orElseThrow();
    model.addAttribute("employee", employee);
    model.addAttribute("email", organisation.email(viewer.signIn()).orElse(null));
    model.addAttribute("departments", departmentsOf(employee));
    model.addAttribute("elsewhere", sessions.elsewhere(viewer.signIn(), request));
    return PAGE;
  }

  private List<String> departmentsOf(Employee employee) {
    return organisation.departments().stream().filter(department -> employee.belongsTo(department.key())).map(Department::name)
        .toList();
  }

  @GetMapping("/account/password")
  String choose(Viewer viewer, Model model) {
    return passwordPage(viewer, null, model);
  }

  private String passwordPage(Viewer viewer, PasswordRefused refused, Model model) {
    model.addAttribute("temporary", isTemporary(viewer));
    model.addAttribute("refused", refused);
    model.addAttribute("shortest", Passwords.SHORTEST);
    return PASSWORD_PAGE;
  }

  private boolean isTemporary(Viewer viewer) {
    return passwords.of(viewer.signIn()).filter(Password::temporary).isPresent();
  }

  /** Typed twice, because nobody sees what he types. What was typed does not come back with the page: no password stands in one. */
  @PostMapping("/account/password")
  String change(Viewer viewer, @RequestParam String present, @RequestParam String chosen, @RequestParam String again,
      HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes redirect) {
    boolean wasTemporary = isTemporary(viewer);
    try {
      passwords.change(viewer.signIn(), present, chosen, again);
    } catch (PasswordRefused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return passwordPage(viewer, refused, model);
    }
    sessions.goOnOnlyHere(viewer.signIn(), request);
    redirect.addFlashAttribute("message", "Your password is changed. Wherever else you were signed in, you are not any more.");
    return wasTemporary ? "redirect:/" : "redirect:/account";
  }

  @PostMapping("/account/sign-out-elsewhere")
  String signOutElsewhere(Viewer viewer, HttpServletRequest request, RedirectAttributes redirect) {
    sessions.endElsewhere(viewer.signIn(), request);
    redirect.addFlashAttribute("message", "You are signed in only here now.");
    return "redirect:/account";
  }
}
