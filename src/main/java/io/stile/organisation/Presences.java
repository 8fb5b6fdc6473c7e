package io.stile.organisation;

import io.stile.organisation.QueueFigures.QueueFigure;
import io.stile.sla.WorkingCalendar;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Says how departments can be reached now, each table read once however many departments are asked for. */
@Service
public class Presences {

  private final Departments departments;
  private final Employees employees;
  private final Calendars calendars;
  private final Duty duty;
  private final QueueFigures queues;
  private final Clock clock;

  Presences(Departments departments, Employees employees, Calendars calendars, Duty duty, QueueFigures queues,
      Clock clock) {
    this.departments = departments;
    this.employees = employees;
    this.calendars = calendars;
    this.duty = duty;
    this.queues = queues;
    this.clock = clock;
  }

  /** All departments that have work, by name. */
  public List<Presence> all() {
    return of(departments.active());
  }

  /** One department that has work; empty if there is none of that key. */
  public Optional<Presence> of(String key) {
    return departments.active().stream().filter(department -> department.key().equals(key)).findFirst()
        .map(department -> of(List.of(department)).get(0));
  }

  private List<Presence> of(List<Department> asked) {
    Instant at = clock.instant();
    Roster roster = duty.roster(asked, at);
    Map<String, String> leads = employees.namesOf(asked.stream().map(Department::lead).toList());
    Map<String, QueueFigure> figures = queues.of(asked, at);
    return asked.stream().map(department -> presence(department, roster,
        leads.getOrDefault(department.lead(), department.lead()),
        figures.getOrDefault(department.key(), QueueFigure.NONE))).toList();
  }

  private Presence presence(Department department, Roster roster, String lead, QueueFigure figure) {
    WorkingCalendar calendar = calendars.byKey(department.calendar());
    boolean open = calendar.isOpen(roster.at());
    Instant turns = (open ? calendar.closesNext(roster.at()) : calendar.opensNext(roster.at())).orElse(null);
    return new Presence(department, lead, calendar.name(), calendar.zone(), open, turns,
        roster.onDuty(department.key(), calendar), roster.absentFrom(department.key()),
        roster.members().getOrDefault(department.key(), List.of()), figure);
  }
}
