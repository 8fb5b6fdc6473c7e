package io.stile.form;

/**
 * A submitted value as its field's kind reads it.
 *
 * @param value in its normal type; null if empty or flawed
 * @param flaw null if it can be read
 */
record FormReading(Object value, FormFlaw flaw) {

  static final FormReading EMPTY = new FormReading(null, null);

  static FormReading of(Object value) {
    return new FormReading(value, null);
  }

  static FormReading flawed(FieldProblem.Code code, String message) {
    return new FormReading(null, new FormFlaw(code, message));
  }

  static FormReading wrongType(String expected, Object found) {
    return flawed(FieldProblem.Code.TYPE, "Expected " + expected + ", but found " + FormWords.found(found) + ".");
  }
}
