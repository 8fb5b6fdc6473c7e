package io.stile.request;

/** Something was asked of a request that its state or the asker's role does not allow; the message says why. */
public class RequestRefused extends RuntimeException {

  private final Kind kind;

  /** Why it was refused. */
  public enum Kind {
    /** There is no such thing. */
    UNKNOWN,
    /** The one who asked may not. */
    FORBIDDEN,
    /** It does not fit what happened meanwhile. */
    CONFLICT,
    /** A value is missing or wrong. */
    INVALID
  }

  public RequestRefused(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
