package io.stile.desk.web;

import io.stile.organisation.Department;
import io.stile.organisation.Deputies;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.web.Badge;
import io.stile.web.Badges;
import io.stile.web.Menu;
import io.stile.web.MenuEntry;
import io.stile.work.QueueFilter;
import io.stile.work.Queues;
import io.stile.work.Queues.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** My work and the queues in the side bar, with the live tasks beside them. */
@Component
class WorkMenu implements Menu, Badges {

  private static final MenuEntry MY_WORK = new MenuEntry("My work", "/", "home", 10);
  private static final MenuEntry ALL_QUEUES = new MenuEntry("All queues", "/queues", "list-check", 40, "g q");
  private static final int FIRST_QUEUE = 20;

  private final Organisation organisation;
  private final Queues queues;
  private final Deputies deputies;

  WorkMenu(Organisation organisation, Queues queues, Deputies deputies) {
    this.organisation = organisation;
    this.queues = queues;
    this.deputies = deputies;
  }

  @Override
  public List<MenuEntry> entriesFor(String signIn) {
    Set<String> departments = departmentsOf(signIn);
    List<MenuEntry> entries = new ArrayList<>(List.of(MY_WORK, ALL_QUEUES));
    organisation.departments().stream().filter(department -> departments.contains(department.key()))
        .map(WorkMenu::entry).forEach(entries::add);
    return entries;
  }

  private static MenuEntry entry(Department department) {
    return new MenuEntry(department.name(), href(department.key()), "inbox", FIRST_QUEUE);
  }

  @Override
  public List<Badge> badgesFor(String signIn) {
    List<Badge> badges = new ArrayList<>();
    badges.add(badge("/", queues.count(QueueFilter.ofAssignee(signIn).alsoOf(deputies.namesFor(signIn)))));
    Map<String, Count> counts = queues.countsOf(departmentsOf(signIn));
    counts.forEach((department, count) -> badges.add(badge(href(department), count)));
    return badges;
  }

  private Set<String> departmentsOf(String signIn) {
    return organisation.employee(signIn).map(Employee::departments).orElse(Set.of());
  }

  private static Badge badge(String href, Count count) {
    return new Badge(href, count.live(), count.late() > 0);
  }

  private static String href(String department) {
    return "/queues/" + department;
  }
}
