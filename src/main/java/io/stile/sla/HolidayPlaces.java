package io.stile.sla;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The countries and regions whose holidays Jollyday knows. */
final class HolidayPlaces {

  private HolidayPlaces() {}

  /** The list of Jollyday has stock exchanges, too; a country has a code of two letters. */
  static Map<String, String> countries() {
    Map<String, String> names = new LinkedHashMap<>();
    HolidayManager.getSupportedCalendarCodes().stream().filter(code -> code.matches("[A-Za-z]{2}"))
        .map(code -> Map.entry(code.toLowerCase(Locale.ROOT), new Locale("", code).getDisplayCountry(Locale.ENGLISH)))
        .sorted(Map.Entry.comparingByValue())
        .forEach(country -> names.put(country.getKey(), country.getValue()));
    return names;
  }

  static Map<String, String> regions(String country) {
    Map<String, String> names = new LinkedHashMap<>();
    if (country != null && countries().containsKey(country.toLowerCase(Locale.ROOT))) {
      inside(RegionalHolidays.managerOf(country.toLowerCase(Locale.ROOT)).getCalendarHierarchy())
          .forEach(region -> add(region, "", "", names));
    }
    return names;
  }

  private static void add(CalendarHierarchy region, String path, String outer, Map<String, String> names) {
    String own = path + region.getId();
    String name = outer + region.getDescription(Locale.ENGLISH);
    names.put(own, name);
    inside(region).forEach(inner -> add(inner, own + "/", name + ", ", names));
  }

  private static Stream<CalendarHierarchy> inside(CalendarHierarchy place) {
    return place.getChildren().values().stream().sorted(Comparator.comparing(child -> child.getDescription(Locale.ENGLISH)));
  }
}
