package io.stile.demonstration.web;

import io.stile.demonstration.MovableClock;
import io.stile.demonstration.TimeTravel;
import io.stile.web.FieldProblem;
import io.stile.web.Refusal;
import io.stile.web.Times;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Profile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows the demonstration's time to administrators, and moves it. */
@Controller
@RequestMapping("/demo/clock")
@Profile("!prod")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class DemonstrationClockPage {

  private final MovableClock clock;
  private final TimeTravel timeTravel;
  private final Times times;

  DemonstrationClockPage(MovableClock clock, TimeTravel timeTravel, Times times) {
    this.clock = clock;
    this.timeTravel = timeTravel;
    this.times = times;
  }

  @GetMapping
  String show(Model model) {
    model.addAttribute("at", clock.instant());
    model.addAttribute("ahead", clock.offset().isZero() ? null : times.span(clock.offset()));
    return "demonstration/clock";
  }

  @PostMapping
  String advance(@RequestParam String advance, Viewer viewer, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      TimeTravel.Arrival arrival = DemonstrationClockResource.Advance.by(advance, timeTravel);
      redirect.addFlashAttribute("message", told(arrival, viewer));
      return "redirect:/demo/clock";
    } catch (Refusal refused) {
      response.setStatus(refused.problem().status().value());
      model.addAttribute("typed", advance);
      model.addAttribute("wrong", refused.problem().fields().stream().map(FieldProblem::message).findFirst()
          .orElse(refused.problem().detail()));
      return show(model);
    }
  }

  private String told(TimeTravel.Arrival arrival, Viewer viewer) {
    return "It is now %s. %s".formatted(times.absoluteLong(arrival.now(), viewer.zone()), switch (arrival.jobs()) {
      case 0 -> "Nothing was due on the way.";
      case 1 -> "One timer or other job ran on the way.";
      default -> "%d timers and other jobs ran on the way.".formatted(arrival.jobs());
    });
  }
}
