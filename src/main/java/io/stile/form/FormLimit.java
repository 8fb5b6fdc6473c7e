package io.stile.form;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A limit of a form: a number, or a FEEL expression that gives one; without a value it limits nothing, as in form-js.
 *
 * @param number null if it is an expression
 * @param expression null if it is a number
 */
record FormLimit(BigDecimal number, String expression) {

  /** The flaw of a value that lies below this limit; {@code expected} names what is counted, with {@code %s} for the limit. */
  Optional<FormFlaw> below(BigDecimal value, FieldProblem.Code code, String expected, FormScope scope) {
    return check(value, -1, code, expected, scope);
  }

  /** The flaw of a value that lies above this limit. */
  Optional<FormFlaw> above(BigDecimal value, FieldProblem.Code code, String expected, FormScope scope) {
    return check(value, 1, code, expected, scope);
  }

  private Optional<FormFlaw> check(BigDecimal value, int wrongSide, FieldProblem.Code code, String expected, FormScope scope) {
    Object found = number == null ? scope.evaluate(expression) : number;
    if (found == null) {
      return Optional.empty();
    }
    BigDecimal limit = FormNumber.lenient(found);
    if (limit == null) {
      return Optional.of(new FormFlaw(FieldProblem.Code.FORM,
          "The form's limit " + FormWords.quoted(expression) + " gives " + FormWords.found(found) + "; a number was expected."));
    }
    return Integer.signum(value.compareTo(limit)) == wrongSide
        ? Optional.of(new FormFlaw(code, String.format(expected, FormWords.number(limit)) + ", but found " + FormWords.number(value) + "."))
        : Optional.empty();
  }
}
