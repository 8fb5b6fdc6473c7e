package io.stile.organisation.web;

import io.stile.organisation.Department;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A department as the page of people shows it.
 *
 * @param lead name of its lead
 * @param zone the zone of its calendar
 * @param open whether it is open now
 * @param turns when that changes: it closes, or opens next; null for never
 * @param people those to be shown, on duty first
 */
record DepartmentNow(Department department, String lead, String calendar, ZoneId zone, boolean open, Instant turns, List<Person> people) {

  public List<Person> onDuty() {
    return people.stream().filter(Person::onDuty).toList();
  }

  /** The place that the zone is named after: "Lisbon". */
  public String place() {
    return zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
  }
}
