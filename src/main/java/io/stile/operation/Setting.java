package io.stile.operation;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.core.env.Environment;

/**
 * A setting of production that comes from the environment.
 *
 * @param property its name in Spring Boot
 * @param variable its name in the environment
 * @param purpose  what it is for, in a sentence
 * @param example  what it could be
 * @param needed   whether production does not start without it
 * @param flaw     what is wrong with a value, as the end of a sentence, or null; says nothing of a secret
 */
record Setting(String property, String variable, String purpose, String example, boolean needed, UnaryOperator<String> flaw) {

  /** What is wrong with it in this environment, empty if nothing is. */
  Optional<String> problem(Environment environment) {
    String value = valueIn(environment);
    if (value.isBlank()) {
      return needed ? Optional.of(told("is missing.")) : Optional.empty();
    }
    return Optional.ofNullable(flaw.apply(value)).map(this::told);
  }

  String valueIn(Environment environment) {
    return environment.getProperty(property, "");
  }

  private String told(String what) {
    return "%s %s\n%s\nExample: %s".formatted(variable, what, purpose, example);
  }
}
