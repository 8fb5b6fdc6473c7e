package io.stile.desk.web;

import io.stile.consult.AnswerDates;
import io.stile.organisation.Presences;
import io.stile.web.Viewer;
import io.stile.work.StepTarget.Target;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pieces beside a form in which somebody is chosen: whether he is there, and who is called like that. */
@Controller
@PreAuthorize("hasRole('EMPLOYEE')")
class ReachPage {

  private final Presences presences;
  private final AnswerDates dates;
  private final Pick pick;

  ReachPage(Presences presences, AnswerDates dates, Pick pick) {
    this.presences = presences;
    this.dates = dates;
    this.pick = pick;
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

  /**
   * Colleagues and departments to choose from, the best first.
   *
   * @param to          what was typed, in a field of that name
   * @param employee    what was typed, in a field of that name
   * @param near        sign-in name of somebody whose departments matter, or key of the department that does
   * @param without     sign-in name of somebody who cannot be chosen
   * @param departments whether a department can be chosen, too
   * @param duty        whether only those can be chosen who are at work now
   */
  @GetMapping("/people/find")
  String find(@RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String employee,
      @RequestParam(defaultValue = "") String better, @RequestParam(required = false) String near,
      @RequestParam(required = false) String without, @RequestParam(defaultValue = "false") boolean departments,
      @RequestParam(defaultValue = "false") boolean duty, Viewer viewer, Model model) {
    model.addAttribute("found", pick.find(new Pick.Asked(to + employee + better, near, without, departments, duty), viewer));
    return "fragments/whom :: found";
  }
}
