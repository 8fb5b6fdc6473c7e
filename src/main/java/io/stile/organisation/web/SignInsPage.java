package io.stile.organisation.web;

import io.stile.organisation.SignInBlocks;
import io.stile.web.SignInLimit.Kind;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who failed to sign in lately, and who has to wait; an administrator can spare him that. */
@Controller
@RequestMapping("/admin/sign-ins")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class SignInsPage {

  private static final int SHOWN = 200;

  private final SignInBlocks blocks;
  private final Clock clock;

  SignInsPage(SignInBlocks blocks, Clock clock) {
    this.blocks = blocks;
    this.clock = clock;
  }

  @GetMapping
  String show(Model model) {
    Instant now = clock.instant();
    model.addAttribute("blocks", blocks.list(now, SHOWN));
    return "organisation/sign-ins";
  }

  @PostMapping("/lift")
  String lift(@RequestParam Kind kind, @RequestParam String account, @RequestParam String address, RedirectAttributes redirect) {
    blocks.lift(kind, account, address);
    redirect.addFlashAttribute("message", "The count begins anew.");
    return "redirect:/admin/sign-ins";
  }
}
