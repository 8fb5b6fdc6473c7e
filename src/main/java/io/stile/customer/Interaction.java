package io.stile.customer;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One contact between customer and company.
 *
 * @param requestNumber the request it was about; null if none
 * @param employee sign-in name of who spoke with the customer; null if nobody did, as with a mail that came in
 * @param said what was said, plain text
 */
public record Interaction(long id, long customer, String requestNumber, Channel channel, Direction direction, Instant at,
    String employee, String said) {

  public enum Channel {
    PHONE, MAIL, SHOP, CHAT, LETTER,
    /** The customer reached nobody and left a message. */
    VOICEMAIL,
    /** The customer called and reached nobody. */
    MISSED_CALL,
    /** No customer: a colleague, about an obstacle. */
    IN_HOUSE;

    /** Those by which a customer and we can be in touch: what somebody chooses from. */
    public static List<Channel> ofCustomers() {
      return Arrays.stream(values()).filter(channel -> channel != IN_HOUSE).toList();
    }

    /** As people say it: "missed call". */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Seen from the company: {@code IN} when the customer came to us. */
  public enum Direction { IN, OUT }
}
