package io.stile.desk.web;

import io.stile.engine.UnitOfWork;
import io.stile.web.Problem;
import io.stile.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers the forms of the page of a request: what is refused comes back with the page and with what was typed. */
@Component
class RequestForms {

  private final RequestScreen screen;
  private final UnitOfWork unitOfWork;

  RequestForms(RequestScreen screen, UnitOfWork unitOfWork) {
    this.screen = screen;
    this.unitOfWork = unitOfWork;
  }

  /** A form that was sent, and where its answer goes. */
  record Sent(String number, String form, Map<String, String> typed, Viewer by, Model model,
              HttpServletResponse response, RedirectAttributes redirect) {}

  /** What is to be done for the request of a number; returns what was done, as a sentence. */
  interface Work {
    String on(String number);
  }

  /**
   * Does it in one unit of work.
   *
   * @return the view: the page of the request, by redirection if it was done
   */
  String answer(Sent sent, Work work) {
    String number = screen.required(sent.number()).number().value();
    try {
      sent.redirect().addFlashAttribute("message", unitOfWork.of(() -> work.on(number)));
    } catch (RuntimeException refused) {
      Problem problem = screen.problem(refused).orElseThrow(() -> refused);
      sent.response().setStatus(problem.status().value());
      return screen.show(screen.required(number), new Draft(sent.form(), sent.typed(), problem), sent.by(), sent.model());
    }
    return "redirect:/requests/" + number;
  }
}
