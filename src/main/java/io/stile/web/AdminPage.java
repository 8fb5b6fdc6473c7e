package io.stile.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where administrators begin: a card for each page that a module has for them. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class AdminPage {

  /** @param count what waits there; null if nothing does */
  record Card(AdminEntry entry, Badge count) {}

  private final List<AdminEntry> entries;
  private final List<Badges> badges;

  AdminPage(ObjectProvider<AdminEntry> entries, List<Badges> badges) {
    this.entries = entries.stream().sorted(Comparator.comparingInt(AdminEntry::order).thenComparing(AdminEntry::title)).toList();
    this.badges = badges;
  }

  @GetMapping(AdminEntry.INDEX)
  String show(Viewer viewer, Model model) {
    Map<String, Badge> counts = badges.stream().flatMap(source -> source.badgesFor(viewer.signIn()).stream())
        .filter(badge -> badge.count() > 0).collect(Collectors.toMap(Badge::href, badge -> badge, (one, other) -> one));
    model.addAttribute("company", cards(entry -> entry.order() < AdminEntry.RUNNING, counts));
    model.addAttribute("running", cards(entry -> entry.order() >= AdminEntry.RUNNING, counts));
    return "admin";
  }

  private List<Card> cards(Predicate<AdminEntry> which, Map<String, Badge> counts) {
    return entries.stream().filter(which).map(entry -> new Card(entry, counts.get(entry.href()))).toList();
  }
}
