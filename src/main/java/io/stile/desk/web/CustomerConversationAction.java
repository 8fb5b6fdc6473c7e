package io.stile.desk.web;

import io.stile.conversation.Conversations;
import io.stile.conversation.NewConversation;
import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interaction.Direction;
import io.stile.desk.ContactLog;
import io.stile.engine.UnitOfWork;
import io.stile.organisation.Meant;
import io.stile.organisation.WhoIsMeant;
import io.stile.request.FreeText;
import io.stile.request.Request;
import io.stile.request.RequestNumber;
import io.stile.request.Requests;
import io.stile.web.Problem;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import io.stile.work.StepTarget.Target;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Passes on the conversation with a customer from his page: about an open request, or about something that is none yet. */
@Controller
@PreAuthorize("hasRole('EMPLOYEE')")
class CustomerConversationAction {

  private final CustomerPage page;
  private final Conversations conversations;
  private final ContactLog contacts;
  private final Requests requests;
  private final WhoIsMeant who;
  private final RequestScreen screen;
  private final UnitOfWork unitOfWork;

  CustomerConversationAction(CustomerPage page, Conversations conversations, ContactLog contacts, Requests requests,
      WhoIsMeant who, RequestScreen screen, UnitOfWork unitOfWork) {
    this.page = page;
    this.conversations = conversations;
    this.contacts = contacts;
    this.requests = requests;
    this.who = who;
    this.screen = screen;
    this.unitOfWork = unitOfWork;
  }

  /** What was typed; {@code about} is the number of a request, or empty. */
  private record Typed(Channel channel, String said, String about, String to, String words) {

    Map<String, String> fields() {
      return Map.of("channel", channel.name(), "said", said, "about", about, "to", to, "words", words);
    }
  }

  @PostMapping("/customers/{id}/conversation")
  ModelAndView offer(@PathVariable long id, @RequestParam(defaultValue = "PHONE") Channel channel,
      @RequestParam(defaultValue = "") String said, @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String words, Viewer viewer,
      RedirectAttributes redirect) {
    Typed typed = new Typed(channel, said, about, to, words);
    try {
      String request = unitOfWork.of(() -> pass(id, typed, viewer.signIn()));
      redirect.addFlashAttribute("message", "Keep the customer on the line: you see here who takes the conversation over.");
      return new ModelAndView("redirect:/requests/" + request + "#conversation");
    } catch (RuntimeException refused) {
      Problem problem = screen.problem(refused).orElseThrow(() -> refused);
      return page.refused(id, new Draft("conversation", typed.fields(), problem), viewer);
    }
  }

  /** The number of the request that it is about from now on. */
  private String pass(long customer, Typed typed, String by) {
    Meant meant = who.of("to", typed.to());
    if (meant.equals(Meant.NOBODY)) {
      throw Refusal.invalid("to", "Choose somebody who is on duty now.");
    }
    Target to = new Target(meant.department(), meant.employee());
    if (typed.about().isBlank()) {
      return conversations.offer(new NewConversation(customer, typed.channel(), typed.said(), to, typed.words(), by)).request();
    }
    Request request = RequestNumber.parse(typed.about()).flatMap(number -> requests.byNumber(number.value()))
        .filter(known -> known.customer() == customer)
        .orElseThrow(() -> Refusal.invalid("about", "'%.40s' is no request of this customer.".formatted(typed.about())));
    String number = request.number().value();
    contacts.log(number, typed.channel(), Direction.IN, by,
        FreeText.required("said", typed.said(), "Write down what the customer says: it is not asked twice."));
    return conversations.offer(number, to, typed.words(), by).request();
  }
}
