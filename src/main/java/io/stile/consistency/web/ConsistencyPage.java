package io.stile.consistency.web;

import io.stile.consistency.Consistency;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets administrators run the check; it reads every open row, so it does not run by merely looking at the page. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class ConsistencyPage {

  static final String HREF = "/admin/consistency";

  private final Consistency consistency;

  ConsistencyPage(Consistency consistency) {
    this.consistency = consistency;
  }

  @GetMapping(HREF)
  String ask() {
    return "consistency/report";
  }

  /** Answers with the page itself: the result is not kept anywhere, and nothing was changed that a reload could do twice. */
  @PostMapping(HREF)
  String check(Model model) {
    model.addAttribute("report", consistency.check());
    model.addAttribute("listed", Consistency.LISTED);
    return "consistency/report";
  }
}
