package io.stile.organisation.web;

import io.stile.organisation.Employee;
import io.stile.organisation.OrganisationRefused;
import io.stile.organisation.Passwords;
import io.stile.organisation.SignInLinks;
import io.stile.web.Sessions;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a sign-in link leads: an employee sets his password himself. Looking at the page uses the link up in no way. */
@Controller
@RequestMapping("/sign-in/link/{token}")
@PreAuthorize("permitAll()")
class FirstSignIn {

  private static final String TEMPLATE = "organisation/first-sign-in";

  private final SignInLinks links;
  private final Passwords passwords;
  private final Sessions sessions;

  FirstSignIn(SignInLinks links, Passwords passwords, Sessions sessions) {
    this.sessions = sessions;
    this.links = links;
    this.passwords = passwords;
  }

  @GetMapping
  String show(@PathVariable String token, Model model, HttpServletResponse response) {
    return show(token, links.employee(token), null, model, response);
  }

  @PostMapping
  String set(@PathVariable String token, @RequestParam String password, @RequestParam String again, Model model,
      HttpServletResponse response, RedirectAttributes redirect) {
    Optional<Employee> employee = links.employee(token);
    if (employee.isEmpty()) {
      return show(token, employee, null, model, response);
    }
    try {
      if (!password.equals(again)) {
        throw OrganisationRefused.invalid("password", "The two passwords differ.");
      }
      boolean used = links.use(token, passwords.hash(employee.get().signIn(), password));
      sessions.endEverywhere(employee.get().signIn());
      return used ? done(redirect) : show(token, Optional.empty(), null, model, response);
    } catch (OrganisationRefused refused) {
      return show(token, employee, refused.getMessage(), model, response);
    }
  }

  private static String done(RedirectAttributes redirect) {
    redirect.addFlashAttribute("passwordSet", true);
    return "redirect:/sign-in";
  }

  private static String show(String token, Optional<Employee> employee, String error, Model model, HttpServletResponse response) {
    if (employee.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_GONE);
    } else if (error != null) {
      response.setStatus(422);
    }
    model.addAttribute("token", token);
    model.addAttribute("employee", employee.orElse(null));
    model.addAttribute("error", error);
    model.addAttribute("shortest", Passwords.SHORTEST);
    return TEMPLATE;
  }
}
