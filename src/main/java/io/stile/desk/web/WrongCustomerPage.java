package io.stile.desk.web;

import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.engine.ConcurrentChange;
import io.stile.engine.UnitOfWork;
import io.stile.request.AnswersRefused;
import io.stile.request.Correction;
import io.stile.request.CorrectionRules;
import io.stile.request.OpeningCorrection;
import io.stile.request.OpeningCorrection.Move;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A request that was opened for the wrong customer: find the right one, and say why. */
@Controller
@RequestMapping("/requests/{number}/customer")
@PreAuthorize("hasRole('EMPLOYEE')")
class WrongCustomerPage {

  private static final int MOST = 8;

  private final RequestScreen screen;
  private final OpeningCorrection correction;
  private final CorrectionRules rules;
  private final Customers customers;
  private final UnitOfWork unitOfWork;

  WrongCustomerPage(RequestScreen screen, OpeningCorrection correction, CorrectionRules rules, Customers customers,
      UnitOfWork unitOfWork) {
    this.screen = screen;
    this.correction = correction;
    this.rules = rules;
    this.customers = customers;
    this.unitOfWork = unitOfWork;
  }

  /**
   * The page: first a search, then the customer who was found.
   *
   * @param q  what was typed to find him
   * @param to id of the one who was chosen, or null
   */
  @GetMapping
  ModelAndView show(@PathVariable String number, @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) Long to, Viewer viewer) {
    Request request = screen.required(number);
    if (!rules.mayCorrect(request, request.opener(), viewer.signIn())) {
      throw Refusal.denied("Only the owner of %s, its opener, or their lead may correct its customer.".formatted(request.number()));
    }
    return page(request, q, to, "", null, HttpStatus.OK);
  }

  @PostMapping
  ModelAndView move(@PathVariable String number, @RequestParam long from, @RequestParam long to,
      @RequestParam(defaultValue = "") String contract, @RequestParam(defaultValue = "") String reason, Viewer viewer,
      RedirectAttributes redirect) {
    Request request = screen.required(number);
    try {
      Correction done = unitOfWork.of(() -> correction.move(request.number().value(), new Move(from, to, contract, reason),
          viewer.signIn()));
      redirect.addFlashAttribute("message", CorrectionPage.told(done));
      return new ModelAndView("redirect:/requests/" + request.number());
    } catch (AnswersRefused refused) {
      return page(request, "", to, reason, "The form of the request needs it: " + refused.problems().get(0).message(),
          HttpStatus.UNPROCESSABLE_ENTITY);
    } catch (RequestRefused refused) {
      return page(request, "", to, reason, refused.getMessage(), CorrectionPage.status(refused));
    } catch (ConcurrentChange faster) {
      return page(request, "", to, reason, "Somebody else changed the same request at the same instant; send it again",
          HttpStatus.CONFLICT);
    }
  }

  private ModelAndView page(Request asked, String typed, Long to, String reason, String refused, HttpStatus status) {
    Request request = screen.required(asked.number().value());
    Customer right = to == null ? null : customers.byId(to).orElseThrow(() -> Refusal.notFound("customer " + to));
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("request", request);
    model.put("wrong", customers.byId(request.customer()).orElseThrow());
    model.put("right", right);
    model.put("contracts", right == null ? List.of() : customers.contractsOf(right.id()));
    model.put("typed", typed);
    model.put("found", typed.isBlank() ? List.of() : customers.find(typed, MOST).stream()
        .filter(match -> match.customer().id() != request.customer()).toList());
    model.put("reason", reason);
    model.put("refused", refused);
    return new ModelAndView("desk/wrong-customer", model, status);
  }
}
