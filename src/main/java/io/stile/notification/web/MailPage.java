package io.stile.notification.web;

import io.stile.notification.Mails;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows administrators the mail that could not be sent, and has it sent again. */
@Controller
@RequestMapping("/admin/mail")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class MailPage {

  private static final int SHOWN = 200;

  private final Mails mails;

  MailPage(Mails mails) {
    this.mails = mails;
  }

  @GetMapping
  String show(Model model) {
    model.addAttribute("troubled", mails.inTrouble(SHOWN));
    model.addAttribute("waiting", mails.waiting());
    model.addAttribute("givenUp", mails.givenUp());
    model.addAttribute("copies", mails.possibleCopies());
    return "notification/mail";
  }

  @PostMapping("/{id}/again")
  String sendAgain(@PathVariable long id, Viewer viewer, RedirectAttributes redirect) {
    if (!mails.sendAgain(id, viewer.signIn())) {
      throw Refusal.notFound("mail " + id + " that has not been sent");
    }
    redirect.addFlashAttribute("message", "The mail is being sent again.");
    return "redirect:/admin/mail";
  }
}
