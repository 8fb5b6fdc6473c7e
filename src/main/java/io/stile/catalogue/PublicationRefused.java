package io.stile.catalogue;

import io.stile.gate.Finding;
import java.util.List;

/** Something that concerns a publication cannot be done; the message says why, and the way on. */
public class PublicationRefused extends RuntimeException {

  /** Why it was refused. */
  public enum Kind {
    /** There is no such thing. */
    UNKNOWN,
    /** The one who asked may not. */
    FORBIDDEN,
    /** It does not fit what happened meanwhile. */
    CONFLICT,
    /** A value is missing or wrong; {@link #field()} names it. */
    INVALID,
    /** The gate has found something; {@link #findings()} lists it. */
    FINDINGS
  }

  private final Kind kind;
  private final String field;
  private final transient List<Finding> findings;

  private PublicationRefused(Kind kind, String field, List<Finding> findings, String message) {
    super(message);
    this.kind = kind;
    this.field = field;
    this.findings = List.copyOf(findings);
  }

  /** @param what names it, as somebody looked for it */
  public static PublicationRefused unknown(String what) {
    return new PublicationRefused(Kind.UNKNOWN, null, List.of(), "There is no %s.".formatted(what));
  }

  static PublicationRefused forbidden(String why) {
    return new PublicationRefused(Kind.FORBIDDEN, null, List.of(), why);
  }

  /** @param happened a sentence */
  public static PublicationRefused conflict(String happened) {
    return new PublicationRefused(Kind.CONFLICT, null, List.of(), happened);
  }

  /**
   * @param field    what the value is called where it was entered
   * @param expected a sentence that names the value and what was expected
   */
  public static PublicationRefused invalid(String field, String expected) {
    return new PublicationRefused(Kind.INVALID, field, List.of(), expected);
  }

  static PublicationRefused findings(String model, List<Finding> findings) {
    Finding first = findings.get(0);
    return new PublicationRefused(Kind.FINDINGS, null, findings, "“%s” was not published: %s%s".formatted(model, first.message(),
        findings.size() == 1 ? "" : " (and %d more findings)".formatted(findings.size() - 1)));
  }

  public Kind kind() {
    return kind;
  }

  /** The name of the value that was not accepted; null if it is not about one value. */
  public String field() {
    return field;
  }

  /** What the gate has found; empty if that is not the reason. */
  public List<Finding> findings() {
    return findings;
  }
}
