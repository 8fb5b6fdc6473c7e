package io.stile.desk.web;

import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interaction.Direction;
import io.stile.customer.NewInteraction;
import io.stile.draft.Draft;

/**
 * A contact as typed so far.
 *
 * @param request the number of the request it was about; empty for none
 * @param error   what is wrong with it, or null
 */
record ContactDraft(Channel channel, Direction direction, String said, String request, String error) {

  static final ContactDraft EMPTY = new ContactDraft(Channel.PHONE, Direction.IN, "", "", null);

  /** What was kept; what is no channel or direction counts as the usual one. */
  static ContactDraft of(Draft kept) {
    return new ContactDraft(Choices.of(Channel.class, kept.text("channel"), Channel.PHONE),
        Choices.of(Direction.class, kept.text("direction"), Direction.IN), kept.text("said"), kept.text("request"), null);
  }

  NewInteraction by(String employee, long customer) {
    return new NewInteraction(customer, request.isEmpty() ? null : request, channel, direction, employee, said);
  }

  ContactDraft with(String wrong) {
    return new ContactDraft(channel, direction, said, request, wrong);
  }
}
