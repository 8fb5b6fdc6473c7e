package io.stile.web;

import org.springframework.boot.web.servlet.server.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What pages and programs have in common; see {@link ApiSecurity} and {@link PageSecurity}. */
@Configuration
@EnableMethodSecurity
class SecurityConfiguration {

  /** bcrypt; the algorithm stands in front of each hash, so that a better one can follow. */
  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  /** Lax, not strict: a link in a mail must find the session. */
  @Bean
  CookieSameSiteSupplier sameSite() {
    return CookieSameSiteSupplier.ofLax();
  }
}
