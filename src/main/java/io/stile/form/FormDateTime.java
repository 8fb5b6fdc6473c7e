package io.stile.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date, a time of day or both, as the text that form-js writes, for example {@code 2025-03-01T14:30+01:00}. An instant lies at most a year
 * ahead: what waits for one would otherwise wait for ever.
 *
 * @param notPast whether days before today are refused; as the person's zone is not known here, yesterday (in the zone of {@code today()}) passes
 */
record FormDateTime(Subtype subtype, Zone zone, boolean notPast) implements FormKind {

  enum Subtype { DATE, TIME, DATETIME }

  /** What follows the time. */
  enum Zone { NO_TIMEZONE, UTC_NORMALIZED, UTC_OFFSET }

  private static final int LONGEST = 40;
  private static final Pattern TEXT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})?(T)?(\\d{2}:\\d{2})?(Z|[+-]\\d{2}:\\d{2})?");
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx", Locale.ROOT);
  private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmX", Locale.ROOT);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  @Override
  public FormReading read(Object submitted) {
    if (submitted == null || "".equals(submitted)) {
      return FormReading.EMPTY;
    }
    if (!(submitted instanceof String text)) {
      return FormReading.wrongType(expected(), submitted);
    }
    String written = asWritten(text);
    return written.length() <= LONGEST && fits(TEXT.matcher(written)) ? FormReading.of(written)
        : FormReading.flawed(FieldProblem.Code.DATE, "Expected " + expected() + ", but found " + FormWords.quoted(text) + ".");
  }

  /** Programs send instants in every form of ISO 8601; a form writes them to the minute, with an offset or in UTC. */
  private String asWritten(String text) {
    if (subtype != Subtype.DATETIME || zone == Zone.NO_TIMEZONE || text.length() > LONGEST) {
      return text;
    }
    try {
      OffsetDateTime instant = OffsetDateTime.parse(text);
      return zone == Zone.UTC_NORMALIZED ? UTC.format(instant.withOffsetSameInstant(ZoneOffset.UTC)) : OFFSET.format(instant);
    } catch (DateTimeException unreadable) {
      return text;
    }
  }

  private boolean fits(Matcher parts) {
    if (!parts.matches()
        || (subtype != Subtype.TIME) != (parts.group(1) != null)
        || (subtype == Subtype.DATETIME) != (parts.group(2) != null)
        || (subtype != Subtype.DATE) != (parts.group(3) != null)) {
      return false;
    }
    String offset = parts.group(4);
    boolean zoned = subtype == Subtype.DATE || zone == Zone.NO_TIMEZONE ? offset == null
        : zone == Zone.UTC_NORMALIZED ? "Z".equals(offset) : offset != null && !offset.equals("Z");
    try {
      if (offset != null) {
        ZoneOffset.of(offset);
      }
      return zoned
          && (parts.group(1) == null || LocalDate.parse(parts.group(1)) != null)
          && (parts.group(3) == null || LocalTime.parse(parts.group(3)) != null);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private String expected() {
    String suffix = subtype == Subtype.DATE || zone == Zone.NO_TIMEZONE ? "" : zone == Zone.UTC_NORMALIZED ? "Z" : "+01:00";
    return switch (subtype) {
      case DATE -> "a date like 2025-03-01";
      case TIME -> "a time like 14:30" + suffix;
      case DATETIME -> "a date and time like 2025-03-01T14:30" + suffix;
    };
  }

  /** The browser hands a date on as it was given, in more formats than it writes. */
  @Override
  public Object initial(Object given, FormScope scope) {
    return given instanceof String text && !text.isEmpty() && text.length() <= LONGEST && !text.contains("\0") ? text : null;
  }

  @Override
  public Object named(Object value) {
    return value;
  }

  @Override
  public List<FormFlaw> flaws(Object value, FormScope scope) {
    Matcher parts = TEXT.matcher(value.toString());
    if (notPast && subtype != Subtype.TIME && fits(parts) && scope.evaluate("today()") instanceof LocalDate today
        && LocalDate.parse(parts.group(1)).isBefore(today.minusDays(1))) {
      return List.of(new FormFlaw(FieldProblem.Code.PAST, "Expected a day that is not past, but found " + value + "."));
    }
    if (subtype == Subtype.DATETIME && fits(parts) && scope.evaluate("today()") instanceof LocalDate today
        && LocalDate.parse(parts.group(1)).isAfter(today.plusYears(1))) {
      return List.of(new FormFlaw(FieldProblem.Code.DATE, "Expected a time within a year from now, but found " + value + "."));
    }
    return List.of();
  }

  @Override
  public String words(Object value, FormScope scope) {
    Matcher parts = TEXT.matcher(value.toString());
    if (!fits(parts)) {
      return value.toString();
    }
    String day = parts.group(1) == null ? "" : LocalDate.parse(parts.group(1)).format(DAY);
    String time = parts.group(3) == null ? "" : parts.group(3);
    String offset = parts.group(4) == null ? "" : " UTC" + parts.group(4).replace("Z", "");
    return day + (day.isEmpty() || time.isEmpty() ? "" : ", ") + time + offset;
  }
}
