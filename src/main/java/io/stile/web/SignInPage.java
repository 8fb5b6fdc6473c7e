package io.stile.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page before all others. */
@Controller
class SignInPage {

  private final Viewers viewers;
  private final ObjectProvider<SignInHints> hints;

  SignInPage(Viewers viewers, ObjectProvider<SignInHints> hints) {
    this.viewers = viewers;
    this.hints = hints;
  }

  /** @param wait seconds until the next attempt may be made; null if it may be made now */
  @GetMapping(PageSecurity.SIGN_IN)
  @PreAuthorize("permitAll()")
  String page(@RequestParam(required = false) Long wait, Model model) {
    if (viewers.current().isPresent()) {
      return "redirect:/";
    }
    model.addAttribute("hints", hints.getIfAvailable());
    model.addAttribute("wait", wait == null ? null : SignInBlocked.words(Math.max(1, wait)));
    return "sign-in";
  }
}
