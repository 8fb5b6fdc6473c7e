package io.stile.demonstration.web;

import io.stile.notification.Mails;
import io.stile.web.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The demonstration's mailbox: what customers and employees would have found in theirs. */
@Controller
@RequestMapping("/mailbox")
@Profile("!prod")
@PreAuthorize("hasAnyRole('EMPLOYEE', 'ADMINISTRATOR')")
class MailboxPage {

  private static final int SHOWN = 50;

  private final Mails mails;

  MailboxPage(Mails mails) {
    this.mails = mails;
  }

  @GetMapping
  String list(@RequestParam(required = false) Long cursor, Model model) {
    MailboxPart part = MailboxPart.of(mails, cursor, SHOWN);
    model.addAttribute("mails", part.mails());
    model.addAttribute("next", part.next());
    return "demonstration/mailbox";
  }

  @GetMapping("/{id}")
  String show(@PathVariable long id, Model model) {
    model.addAttribute("mail", mails.sent(id).orElseThrow(() -> Refusal.notFound("sent mail " + id)));
    return "demonstration/mailbox-mail";
  }
}
