package io.stile.desk.web;

import io.stile.customer.CustomerMatch;
import io.stile.customer.Interaction.Channel;
import io.stile.desk.MissedCall;
import io.stile.desk.MissedCalls;
import io.stile.request.Request;
import io.stile.web.FieldProblem;
import io.stile.web.Menu;
import io.stile.web.MenuEntry;
import io.stile.web.Problem;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A voicemail or a missed call: one field and Enter, and it is somebody's. */
@Controller
@RequestMapping("/missed-call")
@PreAuthorize("hasRole('EMPLOYEE')")
class MissedCallPage implements Menu {

  private static final MenuEntry ENTRY = new MenuEntry("Missed call", "/missed-call", "phone", 16, "v");
  private static final String FORM = "missed";

  private final MissedCalls missed;
  private final RequestScreen screen;

  MissedCallPage(MissedCalls missed, RequestScreen screen) {
    this.missed = missed;
    this.screen = screen;
  }

  @Override
  public List<MenuEntry> entriesFor(String signIn) {
    return List.of(ENTRY);
  }

  @GetMapping
  String show(@RequestParam(defaultValue = "") String caller, Model model) {
    return show(new Draft(FORM, Map.of("caller", caller, "channel", Channel.VOICEMAIL.name()), null), List.of(), model);
  }

  private String show(Draft draft, List<CustomerMatch> choices, Model model) {
    model.addAttribute("draft", draft);
    model.addAttribute("choices", choices);
    model.addAttribute("number", missed.isNumber(draft.typed(FORM, "caller")));
    return "desk/missed-call";
  }

  /**
   * @param caller   number, name or whatever else finds the customer
   * @param customer id of the customer who was chosen among several; 0 for somebody new; null if nobody had to choose
   */
  @PostMapping
  String log(@RequestParam(defaultValue = "") String caller, @RequestParam(defaultValue = "VOICEMAIL") Channel channel,
      @RequestParam(defaultValue = "") String said, @RequestParam(defaultValue = "") String until,
      @RequestParam(required = false) Long customer, Viewer by, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    Map<String, String> typed = new HashMap<>(Map.of("caller", caller, "channel", channel.name(), "said", said, "until", until));
    List<CustomerMatch> callers = missed.callers(caller);
    List<CustomerMatch> sure = callers.stream().filter(CustomerMatch::isSure).toList();
    boolean number = missed.isNumber(caller);
    if (customer == null && sure.size() != 1 && !(sure.isEmpty() && number)) {
      return refuse(new Draft(FORM, typed, Problem.invalid(List.of(new FieldProblem("caller", expected(caller, callers))))),
          callers, model, response);
    }
    Long chosen = customer == null ? sure.stream().findFirst().map(match -> match.customer().id()).orElse(null)
        : customer == 0 ? null : customer;
    try {
      Request request = missed.log(new MissedCall(channel, chosen, number ? caller : null, said,
          LocalMoment.read("until", until, by.zone()), by.signIn()));
      redirect.addFlashAttribute("message", "Logged. The call back is yours, on %s.".formatted(request.number()));
      return "redirect:/requests/" + request.number();
    } catch (RuntimeException refused) {
      Problem problem = screen.problem(refused).orElseThrow(() -> refused);
      return refuse(new Draft(FORM, typed, problem), callers, model, response);
    }
  }

  private String refuse(Draft draft, List<CustomerMatch> choices, Model model, HttpServletResponse response) {
    response.setStatus(draft.problem().status().value());
    return show(draft, choices, model);
  }

  private static String expected(String caller, List<CustomerMatch> callers) {
    if (caller.isBlank()) {
      return "Expected the number that called, or whatever else finds the customer.";
    }
    return callers.isEmpty() ? "'%.60s' is neither a phone number nor anybody whom we know.".formatted(caller.strip())
        : "Choose who it was; nothing is logged yet.";
  }
}
