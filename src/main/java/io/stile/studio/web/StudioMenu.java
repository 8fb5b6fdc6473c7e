package io.stile.studio.web;

import io.stile.catalogue.PlannedPublications;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.web.Badge;
import io.stile.web.Badges;
import io.stile.web.Menu;
import io.stile.web.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** The studio in the side bar of process owners and administrators, with the publications that wait for their approval. */
@Component
class StudioMenu implements Menu, Badges {

  static final String HREF = "/studio";

  private static final MenuEntry STUDIO = new MenuEntry("Studio", HREF, "edit", 125, "g t");

  private final Organisation organisation;
  private final PlannedPublications plans;

  StudioMenu(Organisation organisation, PlannedPublications plans) {
    this.organisation = organisation;
    this.plans = plans;
  }

  @Override
  public List<MenuEntry> entriesFor(String signIn) {
    return isFor(signIn) ? List.of(STUDIO) : List.of();
  }

  @Override
  public List<Badge> badgesFor(String signIn) {
    if (!isFor(signIn)) {
      return List.of();
    }
    int waiting = (int) plans.open().stream().filter(plan -> plan.canBeApprovedBy(signIn)).count();
    return List.of(new Badge(HREF, waiting, false));
  }

  private boolean isFor(String signIn) {
    return organisation.employee(signIn).filter(StudioMenu::isFor).isPresent();
  }

  private static boolean isFor(Employee employee) {
    return employee.has(Role.PROCESS_OWNER) || employee.has(Role.ADMINISTRATOR);
  }
}
