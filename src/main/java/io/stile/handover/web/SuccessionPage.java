package io.stile.handover.web;

import io.stile.engine.UnitOfWork;
import io.stile.handover.Estate;
import io.stile.handover.Succession;
import io.stile.handover.Succession.Move;
import io.stile.handover.Successors;
import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Meant;
import io.stile.organisation.Organisation;
import io.stile.organisation.OrganisationRefused;
import io.stile.organisation.Staffing;
import io.stile.organisation.WhoIsMeant;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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

/** What an employee owns and has, and who takes it over. */
@Controller
@RequestMapping("/admin/employees/{signIn}/work")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class SuccessionPage {

  private final Succession succession;
  private final Staffing staffing;
  private final WhoIsMeant who;
  private final Organisation organisation;
  private final UnitOfWork unitOfWork;

  SuccessionPage(Succession succession, Staffing staffing, WhoIsMeant who, Organisation organisation, UnitOfWork unitOfWork) {
    this.succession = succession;
    this.staffing = staffing;
    this.who = who;
    this.organisation = organisation;
    this.unitOfWork = unitOfWork;
  }

  /**
   * What was typed.
   *
   * @param to     whom, as {@link WhoIsMeant} reads it; empty for nobody
   * @param anyway whether somebody who is absent may take over
   * @param letGo  whether the account is closed in the same step
   */
  record Form(String to, String reason, boolean anyway, boolean letGo) {}

  @GetMapping
  String show(@PathVariable String signIn, Model model) {
    return page(signIn, new Form("", "", false, false), Map.of(), null, model);
  }

  /** @param version of the employee as the page showed him */
  @PostMapping
  String settle(@PathVariable String signIn, @RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "false") boolean anyway, @RequestParam(defaultValue = "false") boolean letGo, @RequestParam int version,
      Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    Form form = new Form(to, reason, anyway, letGo);
    try {
      List<Move> moves = unitOfWork.of(() -> letGo ? succession.settleAndLetGo(signIn, successors(form), viewer.signIn(), version)
          : succession.settle(signIn, successors(form), viewer.signIn()));
      redirect.addFlashAttribute("message", (letGo ? "The account is closed. " : "") + summary(moves));
      return "redirect:/admin/employees/" + signIn + (letGo ? "" : "/work");
    } catch (OrganisationRefused refused) {
      response.setStatus((refused.field() == null ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY).value());
      return refused.field() == null ? page(signIn, form, Map.of(), refused.getMessage(), model)
          : page(signIn, form, Map.of(refused.field(), refused.getMessage()), null, model);
    }
  }

  private Successors successors(Form form) {
    Meant to = who.of("to", form.to());
    return new Successors(to.employee(), to.department(), form.anyway(), form.reason());
  }

  private String page(String signIn, Form form, Map<String, String> wrong, String refused, Model model) {
    Estate estate = succession.of(signIn);
    model.addAttribute("estate", estate);
    model.addAttribute("version", staffing.sheet(signIn).orElseThrow().version());
    model.addAttribute("form", form);
    model.addAttribute("wrong", wrong);
    model.addAttribute("refused", refused);
    return "handover/work";
  }

  /** "12 things moved: 7 to Jonas Hale, 4 to Kim Lee, 1 back into the queue of Billing." And what could not move, and why. */
  private String summary(List<Move> moves) {
    if (moves.isEmpty()) {
      return "There was nothing to hand over.";
    }
    List<Move> moved = moves.stream().filter(move -> move.failed() == null).toList();
    Map<String, Long> counts = moved.stream().collect(Collectors.groupingBy(this::where, LinkedHashMap::new, Collectors.counting()));
    String where = counts.entrySet().stream().map(count -> count.getValue() + " " + count.getKey()).collect(Collectors.joining(", "));
    String failed = moves.stream().map(Move::failed).filter(Objects::nonNull).map(why -> " Not moved: " + why + ".").collect(Collectors.joining());
    return (moved.isEmpty() ? "Nothing moved." : "%d %s moved: %s.".formatted(moved.size(), moved.size() == 1 ? "thing" : "things", where)) + failed;
  }

  private String where(Move move) {
    if (move.to() != null) {
      return "to " + organisation.employee(move.to()).map(Employee::name).orElse(move.to());
    }
    return move.queue() == null ? "ended" : "back into the queue of " + organisation.department(move.queue()).map(Department::name).orElse(move.queue());
  }
}
