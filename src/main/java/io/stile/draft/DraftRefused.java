package io.stile.draft;

/** Something cannot be kept as a draft; the message says what was expected. */
public class DraftRefused extends RuntimeException {

  private final Kind kind;
  private final String field;

  /** Why it was refused. */
  public enum Kind {
    /** There is no such draft, or it is somebody else's. */
    UNKNOWN,
    /** More than can be kept. */
    TOO_LARGE,
    /** A value is missing or wrong. */
    INVALID
  }

  DraftRefused(Kind kind, String field, String message) {
    super(message);
    this.kind = kind;
    this.field = field;
  }

  static DraftRefused invalid(String field, String expected) {
    return new DraftRefused(Kind.INVALID, field, expected);
  }

  public Kind kind() {
    return kind;
  }

  /** The name of the value that was not accepted, or null if it is not about one value. */
  public String field() {
    return field;
  }
}
