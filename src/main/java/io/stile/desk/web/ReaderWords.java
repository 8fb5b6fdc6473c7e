package io.stile.desk.web;

import io.stile.web.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/** Puts a detail of the journal into the reader's words: a sign-in name becomes a name, an instant a time in his zone. */
record ReaderWords(EmployeeNames names, Times times, ZoneId zone) implements UnaryOperator<String> {

  @Override
  public String apply(String detail) {
    try {
      return times.moment(Instant.parse(detail), zone);
    } catch (DateTimeException noInstant) {
      return names.of(detail);
    }
  }
}
