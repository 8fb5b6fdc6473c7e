package io.stile.organisation;

import java.util.Objects;

/**
 * People with a lead, a working calendar and one queue.
 *
 * @param key lower-case word that tables, models and addresses use, for example {@code front-office}
 * @param name what people read
 * @param lead sign-in name of the employee who leads it
 * @param calendar key of its working calendar
 */
public record Department(String key, String name, String lead, String calendar) {

  public Department {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(lead, "lead");
    Objects.requireNonNull(calendar, "calendar");
  }
}
