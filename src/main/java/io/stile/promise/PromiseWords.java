package io.stile.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Checks what people say about promises. */
final class PromiseWords {

  static final int LONGEST_WHAT = 200;
  static final int LONGEST_WORDS = 2_000;
  /** A later one would be no promise but a way to forget it. */
  private static final Duration FURTHEST = Duration.ofDays(366);
  /** U+0000, and a surrogate without its other half: neither can be stored. */
  private static final Pattern UNKEEPABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private PromiseWords() {}

  /** @param ask what to write, as a sentence */
  static String required(String field, String text, int longest, String ask) {
    String typed = text == null ? "" : text.strip();
    if (typed.isEmpty()) {
      throw PromiseRefused.invalid(field, ask);
    }
    if (typed.length() > longest || UNKEEPABLE.matcher(typed).find()) {
      throw PromiseRefused.invalid(field, "Expected text of at most %d characters; this has %d.".formatted(longest, typed.length()));
    }
    return typed;
  }

  /**
   * Checks a window.
   *
   * @param from  what its begin is called where it was entered
   * @param until what its end is called there
   */
  static void check(String from, Instant begin, String until, Instant end, Instant now) {
    if (end == null) {
      throw PromiseRefused.invalid(until, "'%s' is missing; expected by when it is promised.".formatted(until));
    }
    if (!end.isAfter(now)) {
      throw PromiseRefused.invalid(until,
          "'%s' is %s, which has passed; a promise needs a time that lies ahead".formatted(until, end));
    }
    if (end.isAfter(now.plus(FURTHEST))) {
      throw PromiseRefused.invalid(until,
          "'%s' is %s; a promise lies at most %d days ahead".formatted(until, end, FURTHEST.toDays()));
    }
    if (begin != null && !begin.isBefore(end)) {
      throw PromiseRefused.invalid(from, "'%s' is %s; expected a time before %s, when it ends".formatted(from, begin, end));
    }
  }
}
