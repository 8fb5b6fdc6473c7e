package io.stile.desk.web;

import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.InvalidCustomer;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is calling: one field that finds him, or adds him. */
@Controller
@RequestMapping("/intake")
@PreAuthorize("hasRole('EMPLOYEE')")
class IntakePage {

  private static final String HITS = "hits";

  private final IntakeSearch search;
  private final Customers customers;

  IntakePage(IntakeSearch search, Customers customers) {
    this.search = search;
    this.customers = customers;
  }

  /** Somebody who has pressed Enter has chosen: a request's number, or what only one customer has, leads there. */
  @GetMapping
  String search(@RequestParam(name = "q", defaultValue = "") String typed, Model model) {
    Hits hits = search.find(typed);
    if (hits.only() != null) {
      return "redirect:" + hits.only();
    }
    model.addAttribute(HITS, hits);
    return "desk/intake";
  }

  /** Results as one types: only ever an offer. */
  @GetMapping("/hits")
  String hits(@RequestParam(name = "q", defaultValue = "") String typed, Model model) {
    model.addAttribute(HITS, search.find(typed));
    model.addAttribute("fresh", true);
    return "desk/hits :: hits";
  }

  @PostMapping("/customers")
  ModelAndView add(@RequestParam(name = "q", defaultValue = "") String typed, @RequestParam String name,
      @RequestParam String phone, @RequestParam String email, RedirectAttributes redirect) {
    NewCustomerDraft draft = new NewCustomerDraft(name, phone, email, Map.of());
    try {
      Customer added = customers.add(draft.customer());
      redirect.addFlashAttribute("message", added.name() + " is a customer now.");
      return new ModelAndView("redirect:/intake/" + added.id());
    } catch (InvalidCustomer invalid) {
      Hits hits = search.find(typed);
      return new ModelAndView("desk/intake", Map.of(HITS, new Hits(hits.typed(), hits.request(), hits.references(), hits.customers(),
          hits.remark(), draft.with(invalid.field(), invalid.expected()))), HttpStatus.UNPROCESSABLE_ENTITY);
    }
  }
}
