package io.stile.desk.web;

import io.stile.engine.StuckJobs;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.web.AdminEntry;
import io.stile.web.Badge;
import io.stile.web.Badges;
import io.stile.web.Menu;
import io.stile.web.MenuEntry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Administrators see at once when something is stuck. */
@Component
class StuckJobsMenu implements Menu, Badges {

  static final String HREF = "/admin/jobs";

  private static final MenuEntry ENTRY = new MenuEntry("Stuck jobs", HREF, "alert-triangle", 165);

  @Configuration(proxyBeanMethods = false)
  static class Entry {

    @Bean
    AdminEntry jobsForAdministrators() {
      return new AdminEntry("Stuck jobs", HREF, "alert-triangle", "What the program was to do by itself and could not: see why, and try again.", 110);
    }
  }

  private final Organisation organisation;
  private final StuckJobs jobs;

  StuckJobsMenu(Organisation organisation, StuckJobs jobs) {
    this.organisation = organisation;
    this.jobs = jobs;
  }

  @Override
  public List<MenuEntry> entriesFor(String signIn) {
    return isAdministrator(signIn) ? List.of(ENTRY) : List.of();
  }

  @Override
  public List<Badge> badgesFor(String signIn) {
    if (!isAdministrator(signIn)) {
      return List.of();
    }
    int stuck = jobs.count();
    return List.of(new Badge(HREF, stuck, stuck > 0));
  }

  private boolean isAdministrator(String signIn) {
    return organisation.employee(signIn).filter(employee -> employee.has(Role.ADMINISTRATOR)).isPresent();
  }
}
