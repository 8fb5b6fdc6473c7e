package io.stile.organisation;

import io.stile.organisation.QueueFigures.QueueFigure;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * How a department can be reached at an instant.
 *
 * @param leadName name of its lead
 * @param calendar name of its calendar
 * @param zone     the zone of its calendar
 * @param open     whether it is open now
 * @param turns    when that changes: it closes, or opens next; null for never
 * @param onDuty   its members at work now, by name
 * @param absent   absences of its members that cover the instant
 * @param members  all its active members, by name
 */
public record Presence(Department department, String leadName, String calendar, ZoneId zone, boolean open, Instant turns,
                       List<OnDuty> onDuty, List<Absence> absent, List<Employee> members, QueueFigure queue) {

  /** How many of those on duty are named where there is little room. */
  private static final int NAMED = 5;

  /** The place that the zone is named after: "Lisbon". */
  public String place() {
    return zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
  }

  /** The first of those on duty. */
  public List<OnDuty> named() {
    return onDuty.stream().limit(NAMED).toList();
  }

  /** How many are on duty beside those named. */
  public int others() {
    return Math.max(0, onDuty.size() - NAMED);
  }
}
