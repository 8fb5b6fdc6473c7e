package io.stile.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page before all others. */
@Controller
class SignInPage {

  private final Viewers viewers;
  private final ObjectProvider<SignInHints> hints;

  SignInPage(Viewers viewers, ObjectProvider<SignInHints> hints) {
    this.viewers = viewers;
    this.hints = hints;
  }

  @GetMapping(PageSecurity.SIGN_IN)
  @PreAuthorize("permitAll()")
  String page(Model model) {
    if (viewers.current().isPresent()) {
      return "redirect:/";
    }
    model.addAttribute("hints", hints.getIfAvailable());
    return "sign-in";
  }
}
