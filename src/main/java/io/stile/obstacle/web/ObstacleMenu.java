package io.stile.obstacle.web;

import io.stile.web.Menu;
import io.stile.web.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** The obstacles in the side bar. */
@Component
class ObstacleMenu implements Menu {

  private static final List<MenuEntry> ENTRIES = List.of(new MenuEntry("Obstacles", "/obstacles", "barrier-block", 60, "g s"));

  @Override
  public List<MenuEntry> entriesFor(String signIn) {
    return ENTRIES;
  }
}
