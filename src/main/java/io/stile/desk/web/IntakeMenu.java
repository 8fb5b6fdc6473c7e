package io.stile.desk.web;

import io.stile.web.Menu;
import io.stile.web.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Any door: everybody can take a customer's call. */
@Component
class IntakeMenu implements Menu {

  private static final MenuEntry INTAKE = new MenuEntry("Intake", "/intake", "headset", 15, "g i");

  @Override
  public List<MenuEntry> entriesFor(String signIn) {
    return List.of(INTAKE);
  }
}
