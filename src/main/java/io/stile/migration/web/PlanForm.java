package io.stile.migration.web;

import io.stile.migration.MigrationPlans.Wanted;
import io.stile.web.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a plan from the fields of the page: {@code place.3.UserTask_A} says where those go who stand there in version 3. */
final class PlanForm {

  private static final Pattern PLACE = Pattern.compile("place\\.(\\d{1,9})\\.(.{1,200})");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private PlanForm() {}

  static Wanted read(Map<String, String> fields) {
    Map<Integer, Map<String, String>> places = new HashMap<>();
    fields.forEach((name, value) -> {
      Matcher place = PLACE.matcher(name);
      if (place.matches()) {
        places.computeIfAbsent(Integer.valueOf(place.group(1)), number -> new HashMap<>()).put(place.group(2), value);
      }
    });
    return new Wanted(number(fields.get("target")), "true".equals(fields.get("newTargets")), places);
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
