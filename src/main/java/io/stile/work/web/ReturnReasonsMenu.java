package io.stile.work.web;

import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.web.AdminEntry;
import io.stile.web.Menu;
import io.stile.web.MenuEntry;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where process owners and administrators find the reasons for returns. */
@Configuration(proxyBeanMethods = false)
class ReturnReasonsMenu {

  private static final String HREF = "/return-reasons";

  @Bean
  Menu returnReasonsForProcessOwners(Organisation organisation) {
    MenuEntry entry = new MenuEntry("Returns", HREF, "arrow-back-up", MenuEntry.RUNNING + 5);
    return signIn -> {
      Optional<Employee> owner = organisation.employee(signIn).filter(employee -> employee.has(Role.PROCESS_OWNER));
      return owner.isPresent() ? List.of(entry) : List.of();
    };
  }

  @Bean
  AdminEntry returnReasonsForAdministrators() {
    return new AdminEntry("Returns", HREF, "arrow-back-up", "For which reasons tasks can be returned, and what is returned how often.", 60);
  }
}
