package io.stile.request;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a request as people say it on the phone: {@code SR-}, a running number and a check digit, for example
 * {@code SR-1000426}. The check digit is Damm's (H. M. Damm, "Total anti-symmetrische Quasigruppen", 2004): it finds every
 * single wrong digit and every swap of two neighbours.
 */
public record RequestNumber(String value) {

  private static final Pattern FORM = Pattern.compile("(?i)\\s*(?:SR[-\\s]?)?(\\d{4,17})\\s*");

  /** A totally anti-symmetric quasigroup of order 10, from the source above. */
  private static final int[][] QUASIGROUP = {
      {0, 3, 1, 7, 5, 9, 8, 6, 4, 2}, {7, 0, 9, 2, 1, 5, 4, 8, 6, 3}, {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
      {1, 7, 5, 0, 9, 8, 3, 4, 2, 6}, {6, 1, 2, 3, 0, 4, 5, 9, 7, 8}, {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
      {5, 8, 6, 9, 7, 2, 0, 1, 3, 4}, {8, 9, 4, 5, 3, 6, 2, 0, 1, 7}, {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
      {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}};

  /** The number that the running number gives. */
  static RequestNumber of(long running) {
    String digits = Long.toString(running);
    return new RequestNumber("SR-" + digits + checkDigit(digits));
  }

  /**
   * What somebody typed, with or without the letters; empty if it is no request number, be it that a digit is wrong or two
   * were swapped.
   */
  public static Optional<RequestNumber> parse(String typed) {
    Matcher matcher = FORM.matcher(typed == null ? "" : typed);
    if (!matcher.matches() || checkDigit(matcher.group(1)) != 0) {
      return Optional.empty();
    }
    return Optional.of(new RequestNumber("SR-" + matcher.group(1).toUpperCase(Locale.ROOT)));
  }

  private static int checkDigit(String digits) {
    int interim = 0;
    for (char digit : digits.toCharArray()) {
      interim = QUASIGROUP[interim][digit - '0'];
    }
    return interim;
  }

  @Override
  public String toString() {
    return value;
  }
}
