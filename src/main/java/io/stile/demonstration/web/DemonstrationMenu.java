package io.stile.demonstration.web;

import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.web.Menu;
import io.stile.web.MenuEntry;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Everybody may read the demonstration's mailbox; only administrators move its time. */
@Component
@Profile("!prod")
class DemonstrationMenu implements Menu {

  private static final MenuEntry CLOCK = new MenuEntry("Demo clock", "/demo/clock", "clock", 190);
  private static final MenuEntry MAILBOX = new MenuEntry("Demo mailbox", "/mailbox", "inbox", 195);

  private final Organisation organisation;

  DemonstrationMenu(Organisation organisation) {
    this.organisation = organisation;
  }

  @Override
  public List<MenuEntry> entriesFor(String signIn) {
    return organisation.employee(signIn).filter(employee -> employee.has(Role.ADMINISTRATOR))
        .map(administrator -> List.of(CLOCK, MAILBOX)).orElse(List.of(MAILBOX));
  }
}
