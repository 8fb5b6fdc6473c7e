package io.stile.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Menu and counts of one answer, for one person. Asked only by answers that show them: a fragment or JSON costs nothing. */
final class Surroundings {

  private final String signIn;
  private final String path;
  private final List<Menu> menus;
  private final List<Badges> sources;
  private Map<String, Badge> counts;

  Surroundings(String signIn, String path, List<Menu> menus, List<Badges> sources) {
    this.signIn = signIn;
    this.path = path;
    this.menus = menus;
    this.sources = sources;
  }

  /** @param current whether the page lies at or below the entry's address */
  record Entry(MenuEntry page, Count count, boolean current) {}

  /** @param id of its element, derived from the address, so that a later answer can replace it */
  record Count(String id, int count, boolean hot) {}

  /** One's own work. */
  public List<Entry> work() {
    return entries().stream().filter(entry -> entry.page().order() < MenuEntry.RUNNING).toList();
  }

  /** Running the service. */
  public List<Entry> running() {
    return entries().stream().filter(entry -> entry.page().order() >= MenuEntry.RUNNING).toList();
  }

  /** Unread notices. */
  public Count bell() {
    return count(Badge.NOTICES);
  }

  /** The counts of all entries and the bell, zero included: a count that has gone must go from the page. */
  public List<Count> counts() {
    List<Count> all = new ArrayList<>(entries().stream().map(Entry::count).toList());
    all.add(bell());
    return all.stream().distinct().toList();
  }

  private List<Entry> entries() {
    List<MenuEntry> all = menus.stream().flatMap(menu -> menu.entriesFor(signIn).stream())
        .sorted(Comparator.comparingInt(MenuEntry::order).thenComparing(MenuEntry::label)).toList();
    String current = all.stream().map(MenuEntry::href).filter(this::contains).max(Comparator.comparingInt(String::length)).orElse("");
    return all.stream().map(entry -> new Entry(entry, count(entry.href()), entry.href().equals(current))).toList();
  }

  private boolean contains(String href) {
    return href.equals("/") ? path.equals("/") : path.equals(href) || path.startsWith(href + "/");
  }

  private Count count(String href) {
    if (counts == null) {
      counts = sources.stream().flatMap(source -> source.badgesFor(signIn).stream())
          .collect(Collectors.toMap(Badge::href, Function.identity(), Surroundings::together));
    }
    Badge badge = counts.getOrDefault(href, new Badge(href, 0, false));
    return new Count("count" + href.replaceAll("[^A-Za-z0-9]+", "-"), badge.count(), badge.hot());
  }

  private static Badge together(Badge one, Badge other) {
    return new Badge(one.href(), one.count() + other.count(), one.hot() || other.hot());
  }
}
