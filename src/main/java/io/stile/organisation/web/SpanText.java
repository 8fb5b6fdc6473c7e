package io.stile.organisation.web;

import io.stile.organisation.OrganisationRefused;
import io.stile.sla.OpenSpan;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The spans of a day as people type them: {@code 08:00-12:00, 13:00-17:00}; 24:00 is the end of the day. */
final class SpanText {

  private static final Pattern SPAN = Pattern.compile("(\\d{1,2})[:.](\\d{2})\\s*[-–—]\\s*(\\d{1,2})[:.](\\d{2})");

  private SpanText() {}

  static String of(List<OpenSpan> spans) {
    return spans.stream().map(OpenSpan::toString).collect(Collectors.joining(", "));
  }

  /**
   * @param field what the day is called where it was entered
   * @throws OrganisationRefused if a piece is no span; it names the piece
   */
  static List<OpenSpan> read(String field, String typed) {
    List<OpenSpan> spans = new ArrayList<>();
    for (String piece : typed == null ? new String[0] : typed.split("[,;]")) {
      if (!piece.isBlank()) {
        spans.add(span(field, piece.strip()));
      }
    }
    return spans;
  }

  private static OpenSpan span(String field, String piece) {
    Matcher parts = SPAN.matcher(piece);
    try {
      if (parts.matches()) {
        LocalTime until = parts.group(3).equals("24") && parts.group(4).equals("00") ? LocalTime.MIDNIGHT : time(parts.group(3), parts.group(4));
        return new OpenSpan(time(parts.group(1), parts.group(2)), until);
      }
    } catch (DateTimeException | IllegalArgumentException impossible) {
      throw wrong(field, piece);
    }
    throw wrong(field, piece);
  }

  private static LocalTime time(String hour, String minute) {
    return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
  }

  private static OrganisationRefused wrong(String field, String piece) {
    return OrganisationRefused.invalid(field,
        "'%s' is no span of a day; expected a beginning and a later end such as 08:00-12:00, until 24:00 at most.".formatted(piece));
  }
}
