package io.stile.migration.web;

import io.stile.migration.MigrationPlans.Wanted;
import io.stile.web.Refusal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a plan from the fields of the page: {@code place.3.UserTask_A} says where those go who stand there in version 3,
 * {@code given.deposit} what requests are given for a name that they were never asked for, and {@code empty.deposit} that it may be empty.
 */
final class PlanForm {

  private static final Pattern PLACE = Pattern.compile("place\\.(\\d{1,9})\\.(.{1,200})");
  static final String GIVEN = "given.";
  static final String EMPTY = "empty.";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private PlanForm() {}

  static Wanted read(Map<String, String> fields) {
    Map<Integer, Map<String, String>> places = new HashMap<>();
    Map<String, Object> given = new LinkedHashMap<>();
    fields.forEach((name, value) -> {
      if (name.startsWith(GIVEN) && !value.isBlank()) {
        given.put(name.substring(GIVEN.length()), value.strip());
      } else if (name.startsWith(EMPTY)) {
        given.putIfAbsent(name.substring(EMPTY.length()), null);
      }
      Matcher place = PLACE.matcher(name);
      if (place.matches()) {
        places.computeIfAbsent(Integer.valueOf(place.group(1)), number -> new HashMap<>()).put(place.group(2), value);
      }
    });
    return new Wanted(number(fields.get("target")), "true".equals(fields.get("newTargets")), places, given);
  }

  /** The same without values for names: what a page shows where one of them is none. */
  static Wanted withoutValues(Map<String, String> fields) {
    Wanted wanted = read(fields);
    return new Wanted(wanted.target(), wanted.newTargets(), wanted.places());
  }

  private static Integer number(String target) {
    if (target == null || target.isBlank()) {
      return null;
    }
    if (!NUMBER.matcher(target.strip()).matches()) {
      throw Refusal.invalid("target", "'%.60s' is no number of a version".formatted(target));
    }
    return Integer.valueOf(target.strip());
  }
}
