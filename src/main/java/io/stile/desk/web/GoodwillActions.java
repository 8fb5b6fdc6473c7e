package io.stile.desk.web;

import io.stile.desk.web.RequestForms.Sent;
import io.stile.grant.Goodwill;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import io.stile.work.Completion;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Goodwill from the page of a request: giving it, and approving with one click what somebody else wants to give. */
@Controller
@RequestMapping("/requests/{number}/goodwill")
@PreAuthorize("hasRole('EMPLOYEE')")
class GoodwillActions {

  private static final String AMOUNT = "\\d{1,9}([.,]\\d{1,2})?";

  private final RequestForms forms;
  private final Goodwill goodwill;
  private final Completion completion;

  GoodwillActions(RequestForms forms, Goodwill goodwill, Completion completion) {
    this.forms = forms;
    this.goodwill = goodwill;
    this.completion = completion;
  }

  /** @param amount as people write it: {@code 12.50} or {@code 12,50} */
  @PostMapping
  String give(@PathVariable String number, @RequestParam String amount, @RequestParam String currency,
      @RequestParam String reason, Viewer by, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    return forms.answer(new Sent(number, "goodwill", Map.of("amount", amount, "reason", reason), by, model, response, redirect),
        request -> goodwill.give(request, minorUnits(amount), currency, reason, by.signIn())
            .map(proposal -> "%s is more than you may give; somebody with more authority was asked to approve it."
                .formatted(proposal.amount())).orElse("The goodwill is granted."));
  }

  private static long minorUnits(String amount) {
    String typed = amount.strip();
    if (!typed.matches(AMOUNT)) {
      throw Refusal.invalid("amount", "Expected an amount such as 12.50; this is “%s”.".formatted(typed));
    }
    return new BigDecimal(typed.replace(',', '.')).movePointRight(2).longValueExact();
  }

  /** @param task id of the step that waits for the decision */
  @PostMapping("/approval")
  String approve(@PathVariable String number, @RequestParam long task, Viewer by, Model model,
      HttpServletResponse response, RedirectAttributes redirect) {
    return forms.answer(new Sent(number, "approval", Map.of(), by, model, response, redirect), request -> {
      completion.complete(task, by.signIn(), Map.of("decision", "approve"));
      return "The goodwill is approved and granted.";
    });
  }
}
