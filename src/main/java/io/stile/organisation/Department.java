package io.stile.organisation;

import java.util.Objects;

/**
 * People with a lead, a working calendar and one queue.
 *
 * @param key lower-case word that tables, models and addresses use, for example {@code front-office}
 * @param name what people read
 * @param lead sign-in name of the employee who leads it
 * @param calendar key of its working calendar
 * @param phone under which colleagues reach it, an extension or a whole number; null if none is known
 */
public record Department(String key, String name, String lead, String calendar, String phone) {

  public Department {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(lead, "lead");
    Objects.requireNonNull(calendar, "calendar");
  }

  /** A department of which no number is known. */
  public Department(String key, String name, String lead, String calendar) {
    this(key, name, lead, calendar, null);
  }
}
