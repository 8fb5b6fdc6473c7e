package io.stile.consistency.web;

import io.stile.web.AdminEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The check among the pages of administrators. */
@Configuration(proxyBeanMethods = false)
class ConsistencyEntry {

  @Bean
  AdminEntry consistencyForAdministrators() {
    return new AdminEntry("Consistency", ConsistencyPage.HREF, "checklist",
        "Check that requests, tasks, clocks, alarms, journal and mail tell the same story.", 140);
  }
}
