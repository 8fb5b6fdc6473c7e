package io.stile.form;

/**
 * What is wrong with one answer of a form.
 *
 * @param field the key that was submitted; for {@link Code#UNKNOWN} one that the form does not have
 * @param label what the person reads beside the field
 * @param message one or two sentences that say what was found and what was expected; plain text, may quote the person's input
 * @param code for programs; stable
 */
public record FieldProblem(String field, String label, String message, Code code) {

  /** The kinds of problems. */
  public enum Code {
    /** The form has no such field. */
    UNKNOWN,
    /** The field is hidden, so it takes no value. */
    HIDDEN,
    /** The field cannot be changed. */
    READ_ONLY,
    /** Nothing was answered where an answer is needed. */
    REQUIRED,
    /** A value of another kind, for example text where a number is expected. */
    TYPE,
    /** Characters that are no text: NUL and halves of surrogate pairs. */
    CHARACTERS,
    TOO_SHORT,
    TOO_LONG,
    TOO_SMALL,
    TOO_LARGE,
    DECIMALS,
    INCREMENT,
    PATTERN,
    EMAIL,
    PHONE,
    /** Not one of the options, or the same one twice. */
    OPTION,
    /** Not a date or time in the form's format. */
    DATE,
    /** A date that lies in the past where the form does not allow it. */
    PAST,
    /** The form itself is wrong: the expression of a limit gives no number. */
    FORM
  }
}
