package io.stile.web;

import java.util.List;
import org.springframework.stereotype.Component;

/** Administrators have one entry for all of their pages; what needs a count beside it may have one of its own. */
@Component
final class AdminMenu implements Menu {

  static final MenuEntry ENTRY = new MenuEntry("Administration", AdminEntry.INDEX, "settings", 160);

  private final Accounts accounts;

  AdminMenu(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public List<MenuEntry> entriesFor(String signIn) {
    return accounts.bySignIn(signIn).filter(account -> account.roles().contains("ADMINISTRATOR"))
        .map(administrator -> List.of(ENTRY)).orElse(List.of());
  }
}
