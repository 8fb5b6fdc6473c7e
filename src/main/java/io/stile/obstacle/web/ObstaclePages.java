package io.stile.obstacle.web;

import io.stile.engine.UnitOfWork;
import io.stile.obstacle.NewObstacle;
import io.stile.obstacle.Obstacle;
import io.stile.obstacle.ObstacleKind;
import io.stile.obstacle.Obstacles;
import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.RequestRefused;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What stops colleagues from serving: the list, and reporting one from anywhere with one key. */
@Controller
@RequestMapping("/obstacles")
@PreAuthorize("hasRole('EMPLOYEE')")
class ObstaclePages {

  private static final int MANY = 100;
  private static final int FEW = 6;

  private final Obstacles obstacles;
  private final Organisation organisation;
  private final Whence whence;
  private final UnitOfWork unitOfWork;

  ObstaclePages(Obstacles obstacles, Organisation organisation, Whence whence, UnitOfWork unitOfWork) {
    this.obstacles = obstacles;
    this.organisation = organisation;
    this.whence = whence;
    this.unitOfWork = unitOfWork;
  }

  /** What was typed into the form. */
  record Typed(ObstacleKind kind, String what, String department, String request, String from) {}

  @GetMapping
  String list(@RequestParam(defaultValue = "open") String view, Viewer viewer, Model model) {
    List<Obstacle> shown = switch (view) {
      case "mine" -> obstacles.reportedBy(viewer.signIn(), MANY);
      case "ended" -> obstacles.ended(MANY);
      default -> obstacles.open(MANY);
    };
    model.addAttribute("shownView", view);
    model.addAttribute("lines", lines(shown));
    return "obstacle/obstacles";
  }

  @GetMapping("/new")
  String begin(@RequestParam(required = false) String request, HttpServletRequest asked, Model model) {
    String from = whence.page(asked.getHeader("Referer"), asked.getHeader("Host"));
    String about = request != null ? request : whence.request(from).orElse("");
    return form(new Typed(null, "", null, about, from), null, model);
  }

  /** Those that are like what is being typed. */
  @GetMapping("/similar")
  String similar(@RequestParam(defaultValue = "") String what, @RequestParam(defaultValue = "") String request,
      @RequestParam(defaultValue = "/") String from, Model model) {
    model.addAttribute("typed", new Typed(null, what, null, request, whence.safe(from)));
    model.addAttribute("similar", lines(obstacles.openLike(what, FEW)));
    return "obstacle/report :: similar";
  }

  @PostMapping
  String report(Typed typed, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    try {
      Obstacle obstacle = unitOfWork.of(() -> obstacles.report(
          new NewObstacle(typed.kind(), typed.what(), typed.department(), typed.request()), viewer.signIn()));
      return done("Thank you. %s owns it and owes you an answer; it is %s.".formatted(nameOf(obstacle.owner()), obstacle.number()),
          typed.from(), redirect);
    } catch (RequestRefused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return form(typed, refused, model);
    }
  }

  @PostMapping("/{number}/reports")
  String join(@PathVariable String number, @RequestParam(defaultValue = "") String request,
      @RequestParam(defaultValue = "/") String from, Viewer viewer, RedirectAttributes redirect) {
    Obstacle obstacle = unitOfWork.of(() -> obstacles.join(number, viewer.signIn(), "", request));
    return done("You joined %s. %s owns it; you will hear what comes of it.".formatted(obstacle.number(), nameOf(obstacle.owner())),
        from, redirect);
  }

  private String done(String message, String from, RedirectAttributes redirect) {
    redirect.addFlashAttribute("message", message);
    return "redirect:" + whence.safe(from);
  }

  private String form(Typed typed, RequestRefused refused, Model model) {
    model.addAttribute("typed", typed);
    model.addAttribute("refused", refused);
    model.addAttribute("kinds", ObstacleKind.values());
    model.addAttribute("departments", organisation.departments());
    model.addAttribute("similar", lines(obstacles.openLike(typed.what(), FEW)));
    return "obstacle/report";
  }

  private List<ObstacleLine> lines(List<Obstacle> shown) {
    return shown.stream().map(obstacle -> new ObstacleLine(obstacle, nameOf(obstacle.owner()),
        Optional.ofNullable(obstacle.department()).flatMap(organisation::department).map(Department::name).orElse(null))).toList();
  }

  private String nameOf(String employee) {
    return organisation.employee(employee).map(Employee::name).orElse(employee);
  }
}
