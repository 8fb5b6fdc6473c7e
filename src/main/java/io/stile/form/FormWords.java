package io.stile.form;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/** How values are quoted to people. */
final class FormWords {

  private static final int LONGEST = 40;
  private static final int MOST_DIGITS = 40;

  private FormWords() {}

  /** The value with its kind, for example {@code the text "abc"}; shortened, never more than about 60 characters. */
  static String found(Object value) {
    if (value == null) {
      return "nothing";
    }
    if (value instanceof CharSequence text) {
      return "the text " + quoted(text);
    }
    if (value instanceof Number number) {
      return "the number " + number(number);
    }
    if (value instanceof Collection<?> items) {
      return "a list of " + items.size();
    }
    if (value instanceof Boolean) {
      return Boolean.TRUE.equals(value) ? "\"yes\"" : "\"no\"";
    }
    return value instanceof Map<?, ?> ? "a structure" : "something else";
  }

  static String quoted(CharSequence text) {
    return "\"" + shortened(text) + "\"";
  }

  /** At most 41 characters, without those that cannot be stored or shown. */
  static String shortened(CharSequence text) {
    String shown = text.length() <= LONGEST ? text.toString() : text.subSequence(0, LONGEST) + "…";
    return shown.replaceAll("\\p{Cntrl}|\\p{Cs}", " ");
  }

  /** Without an exponent where that is short enough, and without zeros at the end. */
  static String number(Number number) {
    if (number instanceof BigDecimal decimal && (decimal.precision() > MOST_DIGITS || Math.abs((long) decimal.scale()) > MOST_DIGITS)) {
      return "with " + Math.max(decimal.precision(), Math.abs((long) decimal.scale())) + " digits";
    }
    BigDecimal decimal = FormNumber.decimal(number);
    if (decimal == null) {
      return String.valueOf(number.doubleValue());
    }
    BigDecimal stripped = decimal.stripTrailingZeros();
    return Math.abs(stripped.scale()) > MOST_DIGITS ? stripped.toString() : stripped.toPlainString();
  }

  static String count(Number count, String thing) {
    String number = number(count);
    return number + " " + thing + (number.equals("1") ? "" : "s");
  }
}
