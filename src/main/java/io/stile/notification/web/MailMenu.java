package io.stile.notification.web;

import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.web.Menu;
import io.stile.web.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Only administrators look after mail that could not be sent. */
@Component
class MailMenu implements Menu {

  private static final MenuEntry MAIL = new MenuEntry("Mail", MailBadges.HREF, "mail", 170);

  private final Organisation organisation;

  MailMenu(Organisation organisation) {
    this.organisation = organisation;
  }

  @Override
  public List<MenuEntry> entriesFor(String signIn) {
    return organisation.employee(signIn).filter(employee -> employee.has(Role.ADMINISTRATOR))
        .map(administrator -> List.of(MAIL)).orElse(List.of());
  }
}
