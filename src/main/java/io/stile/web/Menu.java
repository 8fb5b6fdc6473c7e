package io.stile.web;

import java.util.List;

/** What a module adds to the side bar. Any number of beans; entries stand in the order of {@link MenuEntry#order()}. */
public interface Menu {

  /** The entries that this person may open. */
  List<MenuEntry> entriesFor(String signIn);
}
