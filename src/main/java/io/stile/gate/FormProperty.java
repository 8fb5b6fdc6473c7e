package io.stile.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a property of a form may hold.
 *
 * @param rule  key of the rule that it breaks if it holds anything else
 * @param flaw  what is wrong with a value, empty if nothing; null if the property has parts
 * @param parts the properties inside, null if it has none
 */
record FormProperty(String rule, Function<JsonNode, Optional<String>> flaw, Map<String, FormProperty> parts) {

  static FormProperty of(String rule, Function<JsonNode, Optional<String>> flaw) {
    return new FormProperty(rule, flaw, null);
  }

  static FormProperty of(Map<String, FormProperty> parts) {
    return new FormProperty("form-property", null, parts);
  }

  /** A text that is read by people. */
  static FormProperty words(int longest, boolean severalLines) {
    return text("form-text", text -> PlainText.formFlaw(text, longest, severalLines));
  }

  /** A text of which the rule says what is wrong. */
  static FormProperty text(String rule, Function<String, Optional<String>> flaw) {
    return of(rule, value -> value.isTextual() ? flaw.apply(value.textValue()) : mustBe("text", value));
  }

  static FormProperty flag() {
    return of("form-property", value -> value.isBoolean() ? Optional.empty() : mustBe("true or false", value));
  }

  /** One of some words. */
  static FormProperty word(String... words) {
    return of("form-property", value -> {
      for (String word : words) {
        if (value.isTextual() && word.equals(value.textValue())) {
          return Optional.empty();
        }
      }
      return mustBe("one of " + String.join(", ", words), value);
    });
  }

  /** A whole number, both ends included. */
  static FormProperty whole(long least, long most) {
    return of("form-number", value -> value.isIntegralNumber() && value.bigIntegerValue().bitLength() < 63
        && value.longValue() >= least && value.longValue() <= most ? Optional.empty() : mustBe("a whole number from " + least + " to " + most, value));
  }

  static Optional<String> mustBe(String expected, JsonNode found) {
    return Optional.of("must be %s, but is %s.".formatted(expected, found.isContainerNode() ? (found.isArray() ? "a list" : "a structure")
        : Quoted.of(found.asText())));
  }
}
