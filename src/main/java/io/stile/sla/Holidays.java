package io.stile.sla;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The days on which a region does not work, with their names. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface Holidays {

  /** The English name of the holiday on this date; empty if the date is an ordinary one. */
  Optional<String> nameOf(LocalDate date);

  /** No holidays at all. */
  static Holidays none() {
    return date -> Optional.empty();
  }

  /**
   * The public and bank holidays of a country or of a region in it.
   *
   * <p>A holiday that is moved because it falls on a weekend closes both days: its own, and the one on which it is observed.
   *
   * @param country ISO 3166 code such as {@code de}, in any case
   * @param region regions within the country, each inside the one before, such as {@code by}, {@code mu}
   * @throws IllegalArgumentException if the country or a region is not known; a mistyped region would otherwise lose its holidays silently
   */
  static Holidays of(String country, String... region) {
    return new RegionalHolidays(country, region);
  }

  /** The countries whose holidays are known: their English names by ISO 3166 code in lower case, in the order of the names. */
  static Map<String, String> countries() {
    return HolidayPlaces.countries();
  }

  /**
   * The regions of a country that have holidays of their own: their names by the parts of the region, separated by slashes
   * ({@code by/mu}), each before those inside it; empty for a country without any, or one that is not known.
   */
  static Map<String, String> regions(String country) {
    return HolidayPlaces.regions(country);
  }
}
