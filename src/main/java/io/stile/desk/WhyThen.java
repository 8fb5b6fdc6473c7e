package io.stile.desk;

import io.stile.request.Clocks.Setting;
import io.stile.sla.Explanation.Line;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The answer to "why then?" beside a due time.
 *
 * @param number   number of the request
 * @param about    what is due, in words
 * @param due      the instant that holds now
 * @param counted  what was counted, or null if a person named the instant
 * @param rounded  what the counted instant was rounded up to, or null if it was not
 * @param given    when a person gave the first instant; null if it was counted
 * @param renewals the instants that were agreed since then, oldest first
 */
public record WhyThen(String number, String about, Instant due, Counted counted, Instant rounded, Setting given,
                      List<Setting> renewals) {

  /**
   * A target that was counted over a calendar.
   *
   * @param from     when it began
   * @param target   in words
   * @param calendar name of the calendar
   * @param zone     the zone in which the calendar counts and in which the lines are to be read
   * @param foreign  whether the reader's clock shows other times than that zone's
   * @param lines    in order of time
   * @param due      what came out
   */
  public record Counted(Instant from, String target, String calendar, ZoneId zone, boolean foreign, List<Line> lines,
                        Instant due) {

    /** The city whose time it is: "Lisbon" of {@code Europe/Lisbon}. */
    public String city() {
      return zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
    }
  }
}
