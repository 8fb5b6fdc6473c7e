package io.stile.sla;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The holidays of a region as Jollyday knows them, computed once for each year. */
final class RegionalHolidays implements Holidays {

  private final String[] region;
  private final HolidayManager manager;
  private final Map<Integer, Map<LocalDate, String>> names = new ConcurrentHashMap<>();

  RegionalHolidays(String country, String... region) {
    this.manager = managerOf(code(country, "country"));
    this.region = Arrays.stream(region).map(part -> code(part, "region")).toArray(String[]::new);
    refuseUnknownRegion(country);
  }

  @Override
  public Optional<String> nameOf(LocalDate date) {
    return Optional.ofNullable(names.computeIfAbsent(date.getYear(), this::namesIn).get(date));
  }

  /**
   * The neighbouring years are asked, too: Jollyday files a moved holiday under the year of the holiday, so that the American New Year's Day of
   * 2022, observed on 31 December 2021, is missing from 2021.
   */
  private Map<LocalDate, String> namesIn(int year) {
    List<Holiday> found = new ArrayList<>();
    // Jollyday shares one manager between all who ask for the same country.
    synchronized (manager) {
      for (int asked = year - 1; asked <= year + 1; asked++) {
        found.addAll(manager.getHolidays(Year.of(asked), region));
      }
    }
    Map<LocalDate, String> named = new TreeMap<>();
    found.stream()
        .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
        .sorted(Comparator.comparing(RegionalHolidays::name))
        .forEach(holiday -> put(holiday, named));
    named.keySet().removeIf(date -> date.getYear() != year);
    return Map.copyOf(named);
  }

  private static void put(Holiday holiday, Map<LocalDate, String> named) {
    named.merge(holiday.getActualDate(), name(holiday), RegionalHolidays::both);
    holiday.getObservedDate()
        .filter(observed -> !observed.equals(holiday.getActualDate()))
        .ifPresent(observed -> named.merge(observed, name(holiday) + " (observed)", RegionalHolidays::both));
  }

  private static String both(String one, String other) {
    return one.equals(other) ? one : one + ", " + other;
  }

  private static String name(Holiday holiday) {
    return holiday.getDescription(Locale.ENGLISH);
  }

  private static String code(String code, String name) {
    return Require.text(code, name).toLowerCase(Locale.ROOT);
  }

  static HolidayManager managerOf(String country) {
    if (!HolidayManager.getSupportedCalendarCodes().contains(country.toUpperCase(Locale.ROOT))) {
      throw new IllegalArgumentException("Holidays of the country '" + country + "' are not known; known are "
          + new TreeSet<>(HolidayManager.getSupportedCalendarCodes()));
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // Jollyday looks for its parts with the thread's class loader and keeps the answer; pool threads of an executable jar have one that sees nothing.
    thread.setContextClassLoader(RegionalHolidays.class.getClassLoader());
    try {
      return HolidayManager.getInstance(ManagerParameters.create(country));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Jollyday itself ignores a region that it does not know. */
  private void refuseUnknownRegion(String country) {
    CalendarHierarchy place = manager.getCalendarHierarchy();
    for (String part : region) {
      Map<String, CalendarHierarchy> known = place.getChildren();
      place = known.get(part);
      if (place == null) {
        throw new IllegalArgumentException("The region '" + part + "' of " + country + " is not known; known are " + new TreeSet<>(known.keySet()));
      }
    }
  }
}
