package io.stile.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A number field. Whole numbers are Long, others Double, within what the browser can count exactly; as text they may have up to 60 characters.
 *
 * @param decimalDigits the most decimals; null if there is no limit
 * @param increment numbers are multiples of it; null if there is none
 * @param asText whether the form wants the number as text, exact to the last digit
 * @param min null if there is none; {@code max} too
 * @param before what is shown before the number, for example a currency; never null
 * @param after what is shown after it; never null
 */
record FormNumber(Integer decimalDigits, BigDecimal increment, boolean asText, FormLimit min, FormLimit max, String before, String after)
    implements FormKind {

  /** The browser counts exactly up to here. */
  private static final BigDecimal LARGEST = BigDecimal.valueOf((1L << 53) - 1);
  private static final int LONGEST = 60;
  private static final int MOST_DIGITS = 400;
  private static final Pattern NUMERAL = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,2})?");

  @Override
  public FormReading read(Object submitted) {
    if (submitted == null || "".equals(submitted)) {
      return FormReading.EMPTY;
    }
    if (!(submitted instanceof Number || asText && submitted instanceof String)) {
      return FormReading.wrongType("a number", submitted);
    }
    BigDecimal decimal = lenient(submitted);
    if (decimal == null) {
      return FormReading.wrongType("a number", submitted);
    }
    if (asText) {
      String text = decimal.toPlainString();
      return text.length() <= LONGEST ? FormReading.of(text) : tooLarge("at most " + LONGEST + " digits", decimal);
    }
    return decimal.abs().compareTo(LARGEST) <= 0 ? FormReading.of(normal(decimal))
        : tooLarge("a number between -" + LARGEST + " and " + LARGEST, decimal);
  }

  private static FormReading tooLarge(String expected, BigDecimal found) {
    return FormReading.flawed(FieldProblem.Code.TOO_LARGE, "Expected " + expected + ", but found " + FormWords.number(found) + ".");
  }

  @Override
  public Object initial(Object given, FormScope scope) {
    BigDecimal decimal = lenient(given);
    return decimal == null ? null : read(decimal).value();
  }

  @Override
  public Object named(Object value) {
    return value;
  }

  @Override
  public List<FormFlaw> flaws(Object value, FormScope scope) {
    List<FormFlaw> flaws = new ArrayList<>();
    BigDecimal decimal = lenient(value);
    int decimals = Math.max(0, decimal.stripTrailingZeros().scale());
    if (decimalDigits != null && decimals > decimalDigits) {
      String expected = decimalDigits == 0 ? "a whole number" : "at most " + FormWords.count(decimalDigits, "decimal");
      flaws.add(new FormFlaw(FieldProblem.Code.DECIMALS, "Expected " + expected + ", but found " + FormWords.number(decimal) + "."));
    }
    if (increment != null && decimal.remainder(increment).signum() != 0) {
      flaws.add(new FormFlaw(FieldProblem.Code.INCREMENT,
          "Expected a multiple of " + FormWords.number(increment) + ", but found " + FormWords.number(decimal) + "."));
    }
    if (min != null) {
      min.below(decimal, FieldProblem.Code.TOO_SMALL, "Expected at least %s", scope).ifPresent(flaws::add);
    }
    if (max != null) {
      max.above(decimal, FieldProblem.Code.TOO_LARGE, "Expected at most %s", scope).ifPresent(flaws::add);
    }
    return flaws;
  }

  @Override
  public String words(Object value, FormScope scope) {
    String number = value instanceof Number n ? FormWords.number(n) : value.toString();
    return (before + " " + number + " " + after).strip();
  }

  /** Long if whole and small enough, else Double. */
  static Number normal(BigDecimal decimal) {
    boolean whole = decimal.signum() == 0 || decimal.stripTrailingZeros().scale() <= 0;
    return whole && decimal.abs().compareTo(LARGEST) <= 0 ? (Number) decimal.longValue() : (Number) decimal.doubleValue();
  }

  /** The exact number, or null where there is none (NaN, infinite) or it has more than 400 digits. */
  static BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal.precision() <= MOST_DIGITS && Math.abs((long) decimal.scale()) <= MOST_DIGITS ? decimal : null;
    }
    if (number instanceof BigInteger integer) {
      return integer.bitLength() <= MOST_DIGITS ? new BigDecimal(integer) : null;
    }
    if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      return Double.isFinite(value) ? BigDecimal.valueOf(value) : null;
    }
    return BigDecimal.valueOf(number.longValue());
  }

  /** A number or a numeral, else null. */
  static BigDecimal lenient(Object value) {
    if (value instanceof Number number) {
      return decimal(number);
    }
    return value instanceof String text && text.length() <= LONGEST && NUMERAL.matcher(text).matches() ? new BigDecimal(text) : null;
  }
}
