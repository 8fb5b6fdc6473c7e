package io.stile.form;

import java.util.List;

/** What a kind of field takes for an answer, after form-js 1.23. */
interface FormKind {

  /** The submitted value in its normal type; bounded work for any value. */
  FormReading read(Object submitted);

  /** The value with which the browser fills the field from the data it is given: of another kind means empty (null), as in form-js. */
  Object initial(Object given, FormScope scope);

  /** What expressions of the form see for a value: an empty field is empty text, an empty list or false, never null, where form-js has it so. */
  Object named(Object value);

  /** Whether the value counts as an answer where one is required. */
  default boolean answers(Object value) {
    return value != null;
  }

  /** What the form's rules find wrong with a value that is not null; empty if nothing. */
  List<FormFlaw> flaws(Object value, FormScope scope);

  /** The value for people to read; the value is in its normal type and not null. */
  String words(Object value, FormScope scope);
}
