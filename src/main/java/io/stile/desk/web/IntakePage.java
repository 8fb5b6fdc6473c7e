package io.stile.desk.web;

import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.InvalidCustomer;
import io.stile.draft.Draft;
import io.stile.draft.DraftOf;
import io.stile.draft.DraftOf.Form;
import io.stile.draft.Drafts;
import io.stile.engine.UnitOfWork;
import io.stile.web.Viewer;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
  private final FormDrafts formDrafts;
  private final DraftLines draftLines;
  private final Drafts drafts;
  private final UnitOfWork unitOfWork;

  IntakePage(IntakeSearch search, Customers customers, FormDrafts formDrafts, DraftLines draftLines, Drafts drafts,
      UnitOfWork unitOfWork) {
    this.search = search;
    this.customers = customers;
    this.formDrafts = formDrafts;
    this.draftLines = draftLines;
    this.drafts = drafts;
    this.unitOfWork = unitOfWork;
  }

  /** Somebody who has pressed Enter has chosen: a request's number, or what only one customer has, leads there. */
  @GetMapping
  String search(@RequestParam(name = "q", defaultValue = "") String typed, @RequestParam(required = false) UUID draft,
      Viewer viewer, Model model) {
    Optional<Draft> begun = formDrafts.named(draft, Form.CUSTOMER, viewer.signIn());
    if (begun.isPresent()) {
      model.addAttribute(HITS, search.find(begun.get().text("q"))
          .with(NewCustomerDraft.kept(begun.get()), FormDraft.restored(begun.get())));
      return "desk/intake";
    }
    Hits hits = search.find(typed);
    if (hits.only() != null) {
      return "redirect:" + hits.only();
    }
    model.addAttribute(HITS, hits);
    model.addAttribute("begun", draftLines.of(viewer.signIn()));
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
      @RequestParam String phone, @RequestParam String email,
      @RequestParam(name = "draft", required = false) UUID id, Viewer viewer, RedirectAttributes redirect) {
    NewCustomerDraft draft = new NewCustomerDraft(name, phone, email, Map.of());
    try {
      Customer added = unitOfWork.of(() -> {
        drafts.sent(id, viewer.signIn());
        return customers.add(draft.customer());
      });
      redirect.addFlashAttribute("message", added.name() + " is a customer now.");
      return new ModelAndView("redirect:/intake/" + added.id());
    } catch (InvalidCustomer invalid) {
      Hits hits = search.find(typed).with(draft.with(invalid.field(), invalid.expected()),
          formDrafts.again(id, DraftOf.newCustomer(), viewer.signIn()));
      return new ModelAndView("desk/intake", Map.of(HITS, hits), HttpStatus.UNPROCESSABLE_ENTITY);
    }
  }
}
