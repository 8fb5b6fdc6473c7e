package io.stile.notification.web;

import io.stile.notification.Notice;
import io.stile.notification.Notices;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the program has told the viewer. Opening a notice takes note of it. */
@Controller
@PreAuthorize("hasRole('EMPLOYEE')")
class NoticesPage {

  private static final int SHOWN = 200;

  private final Notices notices;

  NoticesPage(Notices notices) {
    this.notices = notices;
  }

  @GetMapping("/notices")
  String show(Viewer viewer, Model model) {
    List<Notice> all = notices.of(viewer.signIn(), SHOWN);
    model.addAttribute("unread", all.stream().filter(notice -> notice.readAt() == null).toList());
    model.addAttribute("read", all.stream().filter(notice -> notice.readAt() != null).toList());
    model.addAttribute("count", notices.unread(viewer.signIn()));
    return "notification/notices";
  }

  @PostMapping("/notices/{id}/open")
  String open(@PathVariable long id, Viewer viewer) {
    Notice notice = notices.read(id, viewer.signIn()).orElseThrow(() -> Refusal.notFound("notice " + id + " of yours"));
    return "redirect:" + notice.href();
  }

  @PostMapping("/notices/read")
  String readAll(Viewer viewer, RedirectAttributes redirect) {
    notices.readAll(viewer.signIn());
    redirect.addFlashAttribute("message", "All notices are marked as read.");
    return "redirect:/notices";
  }
}
