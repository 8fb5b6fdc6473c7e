package io.stile.desk;

import io.stile.customer.Interaction;

/**
 * A contact with the customer about a request.
 *
 * @param by name of who spoke with him, or null
 */
public record ContactView(Interaction contact, String by) {

  /** How it came about: "by phone", "in the shop". */
  public String how() {
    String channel = contact.channel().word();
    return switch (contact.channel()) {
      case SHOP -> "in the shop";
      case IN_HOUSE -> "in the house";
      case PHONE, MAIL, CHAT, LETTER, VOICEMAIL, MISSED_CALL -> "by " + channel;
    };
  }

  /** Whether the customer came to us. */
  public boolean isFromCustomer() {
    return contact.direction() == Interaction.Direction.IN;
  }
}
