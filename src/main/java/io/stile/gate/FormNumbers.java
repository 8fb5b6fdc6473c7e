package io.stile.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers that browser and server read alike: at most 15 digits, none of them hidden in an exponent. */
final class FormNumbers {

  static final String RULE = "form-number";
  private static final int MOST_DIGITS = 15;
  private static final Pattern WRITTEN = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,15})?");

  private FormNumbers() {}

  /** A number, or one written as text as form-js does where digits must not be lost. */
  static FormProperty property() {
    return FormProperty.of(RULE, FormNumbers::flaw);
  }

  static Optional<String> flaw(JsonNode value) {
    if (value.isTextual()) {
      return WRITTEN.matcher(value.textValue()).matches() ? Optional.empty() : FormProperty.mustBe("a number", value);
    }
    return value.isNumber() ? numberFlaw(value) : FormProperty.mustBe("a number", value);
  }

  static Optional<String> numberFlaw(JsonNode value) {
    BigDecimal number = value.decimalValue();
    boolean exact = Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS
        && number.precision() - number.scale() <= MOST_DIGITS;
    return exact ? Optional.empty() : Optional.of("is a number that a browser does not count exactly. Use at most %d digits.".formatted(MOST_DIGITS));
  }
}
