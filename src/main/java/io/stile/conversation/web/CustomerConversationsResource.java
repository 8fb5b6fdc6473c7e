package io.stile.conversation.web;

import io.stile.conversation.Conversations;
import io.stile.conversation.NewConversation;
import io.stile.conversation.WarmHandOver;
import io.stile.customer.Customers;
import io.stile.customer.Interaction.Channel;
import io.stile.engine.UnitOfWork;
import io.stile.web.Refusal;
import io.stile.web.Words;
import io.stile.work.StepTarget.Target;
import io.stile.work.Task;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For programs: passes on the conversation with a customer who has no request about it yet. */
@RestController
@RequestMapping("/api/v1/customers/{id}/conversations")
@PreAuthorize("hasRole('EMPLOYEE')")
class CustomerConversationsResource {

  private final Conversations conversations;
  private final Customers customers;
  private final UnitOfWork unitOfWork;

  CustomerConversationsResource(Conversations conversations, Customers customers, UnitOfWork unitOfWork) {
    this.conversations = conversations;
    this.customers = customers;
    this.unitOfWork = unitOfWork;
  }

  /**
   * What is sent to pass a conversation on: either a department or an employee.
   *
   * @param department key of the department of which anybody may take it; left out for an employee
   * @param employee sign-in name of who is to take it; left out for a department
   * @param said what the customer says, in his own words
   * @param channel how the customer reached us, for example {@code phone}; if left out it is {@code phone}
   * @param words what a colleague should know besides; may be left out
   */
  record CustomerOffer(String department, String employee, @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String said,
                       String channel, String words) {}

  /**
   * Asks for a warm hand-over of the conversation with a customer. A general enquiry is opened with what the customer says; it is
   * owned by whoever asks, and from then on by whoever takes the conversation over.
   *
   * @param id of the customer
   */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Passed offer(@PathVariable long id, @RequestBody CustomerOffer offer, Authentication asker) {
    customers.byId(id).orElseThrow(() -> Refusal.notFound("customer " + id));
    if ((offer.department() == null) == (offer.employee() == null)) {
      throw Refusal.invalid("to", "Expected either a department or an employee.");
    }
    WarmHandOver offered = unitOfWork.of(() -> conversations.offer(new NewConversation(id, channel(offer.channel()), offer.said(),
        new Target(offer.department(), offer.employee()), offer.words(), asker.getName())));
    return Passed.of(offered, conversations.step(offered).map(Task::id).orElse(null));
  }

  private static Channel channel(String word) {
    return word == null || word.isBlank() ? Channel.PHONE : Words.parse("channel", Channel.class, word);
  }
}
