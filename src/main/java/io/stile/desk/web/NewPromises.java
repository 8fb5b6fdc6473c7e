package io.stile.desk.web;

import io.stile.desk.web.RequestForms.Sent;
import io.stile.promise.Keeping;
import io.stile.promise.NewPromise;
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

  private final RequestForms forms;
  private final Keeping keeping;

  NewPromises(RequestForms forms, Keeping keeping) {
    this.forms = forms;
    this.keeping = keeping;
  }

  @PostMapping("/requests/{number}/promises")
  String give(@PathVariable String number, @RequestParam(defaultValue = "") String what, @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until, @RequestParam(defaultValue = "") String phone, Viewer by, Model model,
      HttpServletResponse response, RedirectAttributes redirect) {
    Map<String, String> typed = Map.of("what", what, "from", from, "until", until, "phone", phone);
    return forms.answer(new Sent(number, "promise", typed, by, model, response, redirect), request -> {
      keeping.give(new NewPromise(request, what, LocalMoment.read("from", from, by.zone()),
          LocalMoment.read("until", until, by.zone()), phone, by.signIn()));
      return "It is promised, and stands in your work until it is kept.";
    });
  }
}
