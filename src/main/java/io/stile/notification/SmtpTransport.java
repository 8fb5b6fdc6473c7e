package io.stile.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends mail through the server of {@code spring.mail.host}. */
class SmtpTransport implements MailTransport {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final JavaMailSender server;
  private final MailSettings settings;

  SmtpTransport(JavaMailSender server, MailSettings settings) {
    this.server = server;
    this.settings = settings;
  }

  @Override
  public void send(Mail mail, Instant at) {
    server.send(message(mail, at));
  }

  private MimeMessage message(Mail mail, Instant at) {
    try {
      MimeMessage message = server.createMimeMessage();
      message.setFrom(settings.sender());
      message.setRecipient(Message.RecipientType.TO, recipient(mail));
      message.setSubject(mail.subject(), UTF_8);
      message.setSentDate(Date.from(at));
      message.setHeader("Message-ID", mail.messageId());
      // Answering machines do not answer what a machine has sent.
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
      return message;
    } catch (MessagingException | UnsupportedEncodingException unsendable) {
      throw new MailPreparationException(unsendable);
    }
  }

  private static InternetAddress recipient(Mail mail) throws MessagingException, UnsupportedEncodingException {
    InternetAddress recipient = new InternetAddress(mail.address(), mail.name(), UTF_8);
    recipient.validate();
    return recipient;
  }

  private static MimeBodyPart part(String content, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(content, UTF_8, subtype);
    return part;
  }
}
