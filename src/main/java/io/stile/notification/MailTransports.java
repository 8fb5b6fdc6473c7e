package io.stile.notification;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;

/** Chooses the way out: a mail server where one is named, else the demonstration's mailbox; in production there is no else. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailTransports {

  @Bean
  @ConditionalOnProperty("spring.mail.host")
  MailTransport smtpTransport(JavaMailSender server, MailSettings settings) {
    return new SmtpTransport(server, settings);
  }

  @Bean
  @Profile("!prod")
  @ConditionalOnMissingBean(MailTransport.class)
  MailTransport capturedTransport() {
    return new CapturedTransport();
  }
}
