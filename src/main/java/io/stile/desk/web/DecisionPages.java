package io.stile.desk.web;

import io.stile.engine.Decisions;
import io.stile.web.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The decision tables, to be read by every employee: the limits and rules that models follow. */
@Controller
@PreAuthorize("hasRole('EMPLOYEE')")
class DecisionPages {

  private final Decisions decisions;

  DecisionPages(Decisions decisions) {
    this.decisions = decisions;
  }

  @GetMapping("/decisions/{decision}")
  String show(@PathVariable String decision, Model model) {
    model.addAttribute("table",
        decisions.table(decision).orElseThrow(() -> Refusal.notFound("decision table '" + decision + "'")));
    return "desk/decision";
  }
}
