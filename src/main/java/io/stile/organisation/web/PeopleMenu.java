package io.stile.organisation.web;

import io.stile.web.Menu;
import io.stile.web.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everybody can look up who is on duty. */
@Component
class PeopleMenu implements Menu {

  private static final MenuEntry PEOPLE = new MenuEntry("People", "/people", "users", 60, "g w");

  @Override
  public List<MenuEntry> entriesFor(String signIn) {
    return List.of(PEOPLE);
  }
}
