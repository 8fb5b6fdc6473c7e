package io.stile.organisation.web;

import io.stile.organisation.CalendarVersion;
import io.stile.organisation.OrganisationRefused;
import java.time.LocalDate;
import java.util.Map;

/**
 * A version of a calendar as somebody typed it.
 *
 * @param from first day
 * @param country whose holidays it keeps; empty for none
 * @param region region within the country; empty for the whole of it
 * @param version the version of the calendar that was shown; null for a new calendar
 */
record VersionForm(String from, String country, String region, WeekForm week, Integer version) {

  static final VersionForm EMPTY = new VersionForm("", "", "", WeekForm.EMPTY, null);

  static VersionForm of(CalendarVersion version, LocalDate from, int seen) {
    return new VersionForm(from.toString(), text(version.holidayCountry()), text(version.holidayRegion()), WeekForm.of(version.week()), seen);
  }

  /** @param sent the parameters of the request */
  static VersionForm sent(Map<String, String> sent) {
    String country = sent.getOrDefault("country", "");
    // The region of another country is left over from before it was changed.
    String region = sent.getOrDefault("region", "");
    String own = region.startsWith(country + ":") ? region.substring(country.length() + 1) : "";
    return new VersionForm(sent.getOrDefault("from", ""), country, own, WeekForm.sent(sent), Forms.version(sent));
  }

  VersionForm onTopOf(int now) {
    return new VersionForm(from, country, region, week, now);
  }

  /** @throws OrganisationRefused if a value cannot be read; it names the value */
  CalendarVersion read() {
    return version(ShiftForm.day("from", from));
  }

  /** As the first version of a new calendar, which has no beginning. */
  CalendarVersion first() {
    return version(CalendarVersion.FIRST);
  }

  private CalendarVersion version(LocalDate begins) {
    return new CalendarVersion(begins, country.isBlank() ? null : country, country.isBlank() || region.isBlank() ? null : region, week.read());
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
