package io.stile.desk.web;

import io.stile.web.Menu;
import io.stile.web.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everybody may look at the models. */
@Component
class ModelsMenu implements Menu {

  private static final MenuEntry MODELS = new MenuEntry("Models", "/models", "sitemap", 120, "g o");

  @Override
  public List<MenuEntry> entriesFor(String signIn) {
    return List.of(MODELS);
  }
}
