package io.stile.desk.web;

import io.stile.consult.AnswerDates;
import io.stile.organisation.Organisation;
import io.stile.organisation.Presences;
import io.stile.work.StepTarget.Target;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pieces beside a form in which somebody is chosen: whether he is there, and who is called like that. */
@Controller
@PreAuthorize("hasRole('EMPLOYEE')")
class ReachPage {

  private static final int NAMES = 8;

  private final Presences presences;
  private final AnswerDates dates;
  private final Organisation organisation;

  ReachPage(Presences presences, AnswerDates dates, Organisation organisation) {
    this.presences = presences;
    this.dates = dates;
    this.organisation = organisation;
  }

  /** How the chosen department can be reached, and when it could answer; nothing if none is chosen. */
  @GetMapping("/people/reach")
  String reach(@RequestParam(defaultValue = "") String department, Model model) {
    presences.of(department).ifPresent(presence -> {
      model.addAttribute("at", presence);
      model.addAttribute("proposed", dates.proposed(Target.department(department)));
    });
    return "desk/consults :: reach";
  }

  /** Colleagues whose names begin like what was typed, to choose from. */
  @GetMapping("/people/names")
  String names(@RequestParam(defaultValue = "") String employee, Model model) {
    model.addAttribute("named", employee.strip().length() < 2 ? List.of() : organisation.named(employee.strip(), NAMES));
    return "desk/consults :: names";
  }
}
