package io.stile.desk.web;

import io.stile.consult.Attention;
import io.stile.consult.Consults;
import io.stile.consult.NewConsult;
import io.stile.desk.Names;
import io.stile.engine.UnitOfWork;
import io.stile.organisation.Meant;
import io.stile.organisation.Organisation;
import io.stile.organisation.WhoIsMeant;
import io.stile.web.Problem;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import io.stile.work.StepTarget.Target;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Asks others from the page of a request or of a task, and what follows from it. What is refused comes back with the page
 * from which it was sent, and with what was typed.
 */
@Controller
@RequestMapping("/requests/{number}")
@PreAuthorize("hasRole('EMPLOYEE')")
class ConsultActions {

  private final RequestScreen screen;
  private final TaskPage taskPage;
  private final Consults consults;
  private final Attention attention;
  private final WhoIsMeant who;
  private final Organisation organisation;
  private final UnitOfWork unitOfWork;

  ConsultActions(RequestScreen screen, TaskPage taskPage, Consults consults, Attention attention, WhoIsMeant who,
      Organisation organisation, UnitOfWork unitOfWork) {
    this.screen = screen;
    this.taskPage = taskPage;
    this.consults = consults;
    this.attention = attention;
    this.who = who;
    this.organisation = organisation;
    this.unitOfWork = unitOfWork;
  }

  /**
   * Where a form about a question was sent from, and where its answer goes.
   *
   * @param from id of the task from whose page it was sent, or null
   */
  private record Sent(String number, Long from, Viewer by, Model model, HttpServletRequest request, HttpServletResponse response,
                      RedirectAttributes redirect) {}

  /** @param needed {@code on} if the answer is needed to go on */
  @PostMapping("/consults")
  String ask(@PathVariable String number, @RequestParam(required = false) Long from, @RequestParam(defaultValue = "") String department,
      @RequestParam(defaultValue = "") String employee, @RequestParam(defaultValue = "") String question,
      @RequestParam(defaultValue = "") String due, @RequestParam(defaultValue = "") String needed, Viewer by, Model model,
      HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
    Map<String, String> typed = Map.of("department", department, "employee", employee, "question", question, "due", due,
        "needed", needed);
    return answer(new Sent(number, from, by, model, request, response, redirect), "ask", typed, () -> {
      Target target = target(department, employee);
      consults.ask(new NewConsult(screen.required(number).number().value(), from, target, question, instant(due, by.zone()),
          needed.equals("on"), by.signIn()));
      return "%s is asked.".formatted(nameOf(target));
    });
  }

  @PostMapping("/consults/{id}/words")
  String add(@PathVariable String number, @PathVariable long id, @RequestParam(required = false) Long from,
      @RequestParam(defaultValue = "") String words, Viewer by, Model model, HttpServletRequest request, HttpServletResponse response,
      RedirectAttributes redirect) {
    return answer(new Sent(number, from, by, model, request, response, redirect), "add-" + id, Map.of("words", words), () -> {
      consults.add(id, words, by.signIn());
      return "Your words stand with the question.";
    });
  }

  @PostMapping("/consults/{id}/hand-on")
  String handOn(@PathVariable String number, @PathVariable long id, @RequestParam(required = false) Long from,
      @RequestParam(defaultValue = "") String department, @RequestParam(defaultValue = "") String employee,
      @RequestParam(defaultValue = "") String reason, Viewer by, Model model, HttpServletRequest request, HttpServletResponse response,
      RedirectAttributes redirect) {
    Map<String, String> typed = Map.of("department", department, "employee", employee, "reason", reason);
    return answer(new Sent(number, from, by, model, request, response, redirect), "hand-on-" + id, typed, () -> {
      Target target = target(department, employee);
      consults.handOn(id, target, reason, by.signIn());
      return "%s is asked instead.".formatted(nameOf(target));
    });
  }

  @PostMapping("/consults/{id}/withdraw")
  String withdraw(@PathVariable String number, @PathVariable long id, @RequestParam(required = false) Long from,
      @RequestParam(defaultValue = "") String reason, Viewer by, Model model, HttpServletRequest request, HttpServletResponse response,
      RedirectAttributes redirect) {
    return answer(new Sent(number, from, by, model, request, response, redirect), "withdraw-" + id, Map.of("reason", reason), () -> {
      consults.withdraw(id, reason, by.signIn());
      return "The question is withdrawn.";
    });
  }

  /** @param seen ids of the questions whose answers the page showed: one that arrived since still needs attention */
  @PostMapping("/attention")
  String clear(@PathVariable String number, @RequestParam(required = false) Long from, @RequestParam List<Long> seen, Viewer by,
      Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
    return answer(new Sent(number, from, by, model, request, response, redirect), "attention", Map.of(), () -> {
      attention.clear(screen.required(number).number().value(), seen, by.signIn());
      return "You have taken note of it.";
    });
  }

  private Target target(String department, String employee) {
    Meant meant = who.either(department, employee);
    return new Target(meant.department(), meant.employee());
  }

  private String nameOf(Target target) {
    Names names = new Names(organisation);
    return target.department() == null ? names.employee(target.employee()) : names.department(target.department());
  }

  /** What a field for date and time sends, in the zone of the reader; null if nothing was entered. */
  private static Instant instant(String typed, ZoneId zone) {
    if (typed.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(typed.strip().replace(' ', 'T')).atZone(zone).toInstant();
    } catch (DateTimeParseException unreadable) {
      throw Refusal.invalid("due", "'%s' is no date and time; expected one like 2026-03-24 10:00.".formatted(typed.strip()));
    }
  }

  private String answer(Sent sent, String form, Map<String, String> typed, Supplier<String> work) {
    try {
      sent.redirect().addFlashAttribute("message", unitOfWork.of(work));
      return "redirect:" + (sent.from() == null ? "/requests/" + screen.required(sent.number()).number() : "/tasks/" + sent.from());
    } catch (RuntimeException refused) {
      Problem problem = screen.problem(refused).orElseThrow(() -> refused);
      Draft draft = new Draft(form, typed, problem);
      sent.response().setStatus(problem.status().value());
      if (sent.from() == null) {
        return screen.show(screen.required(sent.number()), draft, sent.by(), sent.model());
      }
      sent.model().addAttribute(ConsultSheets.DRAFT, draft);
      return taskPage.show(sent.from(), null, null, sent.by(), sent.model(), sent.request());
    }
  }
}
