package io.stile.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mail leaves the house.
 *
 * @param from the sender: {@code Stile <stile@example.org>}
 * @param site where links to pages lead, without a slash at the end: {@code https://stile.example.org}
 */
@ConfigurationProperties("stile.mail")
record MailSettings(String from, String site) {

  /** @throws IllegalArgumentException if the sender is no address */
  MailSettings {
    address(from);
  }

  InternetAddress sender() {
    return address(from);
  }

  /** The Message-ID of the mail with this id: the same for each copy of it, and no other mail's. */
  String messageId(long id) {
    String address = sender().getAddress();
    return "<mail-%d@stile.%s>".formatted(id, address.substring(address.indexOf('@') + 1));
  }

  private static InternetAddress address(String from) {
    try {
      return new InternetAddress(from, true);
    } catch (AddressException | NullPointerException wrong) {
      throw new IllegalArgumentException(
          "'stile.mail.from' is '%s'; expected a sender such as Stile <stile@example.org>".formatted(from), wrong);
    }
  }
}
