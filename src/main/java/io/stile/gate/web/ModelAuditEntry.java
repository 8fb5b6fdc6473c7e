package io.stile.gate.web;

import io.stile.web.AdminEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The audit of models among the pages of administrators. */
@Configuration(proxyBeanMethods = false)
class ModelAuditEntry {

  @Bean
  AdminEntry modelAuditForAdministrators() {
    return new AdminEntry("Model audit", ModelAuditPage.HREF, "sitemap", "See what the gate would refuse today of what is published already.", 145);
  }
}
