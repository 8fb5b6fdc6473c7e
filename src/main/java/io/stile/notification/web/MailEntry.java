package io.stile.notification.web;

import io.stile.web.AdminEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mail that could not be sent, among the pages of administrators. */
@Configuration(proxyBeanMethods = false)
class MailEntry {

  @Bean
  AdminEntry mailForAdministrators() {
    return new AdminEntry("Mail", MailBadges.HREF, "mail", "What the mail server did not take: see why, and send it again.", 120);
  }
}
