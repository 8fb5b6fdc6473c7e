package io.stile.desk.web;

import io.stile.engine.UnitOfWork;
import io.stile.promise.Keeping;
import io.stile.promise.NewPromise;
import io.stile.web.Problem;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Promises something to a customer, from the page of his request. */
@Controller
@PreAuthorize("hasRole('EMPLOYEE')")
class NewPromises {

  private final RequestScreen screen;
  private final Keeping keeping;
  private final UnitOfWork unitOfWork;

  NewPromises(RequestScreen screen, Keeping keeping, UnitOfWork unitOfWork) {
    this.screen = screen;
    this.keeping = keeping;
    this.unitOfWork = unitOfWork;
  }

  @PostMapping("/requests/{number}/promises")
  String give(@PathVariable String number, @RequestParam(defaultValue = "") String what, @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until, @RequestParam(defaultValue = "") String phone, Viewer by, Model model,
      HttpServletResponse response, RedirectAttributes redirect) {
    String known = screen.required(number).number().value();
    try {
      unitOfWork.run(() -> keeping.give(new NewPromise(known, what, LocalMoment.read("from", from, by.zone()),
          LocalMoment.read("until", until, by.zone()), phone, by.signIn())));
    } catch (RuntimeException refused) {
      Problem problem = screen.problem(refused).orElseThrow(() -> refused);
      response.setStatus(problem.status().value());
      Map<String, String> typed = Map.of("what", what, "from", from, "until", until, "phone", phone);
      return screen.show(screen.required(known), new Draft("promise", typed, problem), by, model);
    }
    redirect.addFlashAttribute("message", "It is promised, and stands in your work until it is kept.");
    return "redirect:/requests/" + known;
  }
}
