package io.stile.desk.web;

import io.stile.conversation.Conversations;
import io.stile.conversation.WarmHandOver;
import io.stile.desk.web.RequestForms.Sent;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.web.Refusal;
import io.stile.web.Refused.Kind;
import io.stile.web.Viewer;
import io.stile.work.Claims;
import io.stile.work.Completion;
import io.stile.work.StepTarget.Target;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import io.stile.work.TaskRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Passing on the conversation about a request, from its page. */
@Controller
@RequestMapping("/requests/{number}/conversation")
@PreAuthorize("hasRole('EMPLOYEE')")
class ConversationActions {

  private final RequestForms forms;
  private final RequestScreen screen;
  private final ConversationSheets sheets;
  private final Conversations conversations;
  private final Requests requests;
  private final TaskLookup tasks;
  private final Claims claims;
  private final Completion completion;

  ConversationActions(RequestForms forms, RequestScreen screen, ConversationSheets sheets, Conversations conversations,
      Requests requests, TaskLookup tasks, Claims claims, Completion completion) {
    this.forms = forms;
    this.screen = screen;
    this.sheets = sheets;
    this.conversations = conversations;
    this.requests = requests;
    this.tasks = tasks;
    this.claims = claims;
    this.completion = completion;
  }

  /** What became of it, as a piece of the page that asks again and again. */
  @GetMapping
  String show(@PathVariable String number, Viewer viewer, Model model) {
    Request request = screen.required(number);
    model.addAttribute("conversation", sheets.of(request, viewer));
    model.addAttribute("number", request.number().value());
    return "desk/request-conversation :: standing";
  }

  /** @param to {@code employee:} or {@code department:} and the name of one */
  @PostMapping
  String offer(@PathVariable String number, @RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String words,
      Viewer by, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    return forms.answer(new Sent(number, "conversation", Map.of("to", to, "words", words), by, model, response, redirect),
        request -> {
          conversations.offer(request, target(to), words, by.signIn());
          return "Keep the customer on the line: you see here who takes the conversation over.";
        });
  }

  private static Target target(String to) {
    if (to.startsWith("employee:")) {
      return Target.employee(to.substring("employee:".length()));
    }
    if (to.startsWith("department:")) {
      return Target.department(to.substring("department:".length()));
    }
    throw Refusal.invalid("to", "Choose somebody who is on duty now.");
  }

  @PostMapping("/drop")
  String drop(@PathVariable String number, @RequestParam long id, Viewer by, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    return forms.answer(new Sent(number, "drop", Map.of(), by, model, response, redirect), request -> {
      conversations.drop(id, by.signIn());
      return "Nobody is asked any more.";
    });
  }

  /** Of many who take it at the same instant one gets the customer; the others are told who. */
  @PostMapping("/take")
  String take(@PathVariable String number, @RequestParam long task, Viewer by, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    return forms.answer(new Sent(number, "take", Map.of(), by, model, response, redirect), request -> {
      requests.lock(request);
      if (tasks.byId(task).filter(known -> known.state() == Task.State.OPEN).isPresent()) {
        claims.claim(task, by.signIn());
      }
      WarmHandOver open = conversations.lastOf(request).orElseThrow();
      if (open.takenBy() != null) {
        throw new TaskRefused(Kind.CONFLICT, "Somebody else has taken the conversation over");
      }
      completion.complete(task, by.signIn(), Map.of());
      return "The conversation is yours. What the customer said stands below.";
    });
  }
}
