package io.stile.organisation;

import java.util.List;
import java.util.stream.Collectors;

/** A change of the organisation that cannot be made; the message says why, for the person who wanted it. */
public class OrganisationRefused extends IllegalArgumentException {

  /** Why it was refused. */
  public enum Kind {
    /** There is no such thing. */
    UNKNOWN,
    /** The one who asked may not. */
    FORBIDDEN,
    /** Somebody else changed it meanwhile. */
    CHANGED_MEANWHILE,
    /** Other things depend on it; {@link #ties()} lists them. */
    TIED,
    /** A value is missing or wrong; {@link #field()} names it. */
    INVALID
  }

  private final Kind kind;
  private final String field;
  private final transient List<Tie> ties;

  private OrganisationRefused(Kind kind, String message, String field, List<Tie> ties) {
    super(message);
    this.kind = kind;
    this.field = field;
    this.ties = List.copyOf(ties);
  }

  /** @param what names it, as somebody looked for it */
  public static OrganisationRefused unknown(String what) {
    return new OrganisationRefused(Kind.UNKNOWN, "There is no " + what + ".", null, List.of());
  }

  /** @param why a sentence */
  public static OrganisationRefused forbidden(String why) {
    return new OrganisationRefused(Kind.FORBIDDEN, why, null, List.of());
  }

  static OrganisationRefused changedMeanwhile(String what) {
    return new OrganisationRefused(Kind.CHANGED_MEANWHILE, "Somebody else changed %s since you opened this page.".formatted(what), null,
        List.of());
  }

  static OrganisationRefused tied(String what, List<Tie> ties) {
    String list = ties.stream().map(Tie::text).collect(Collectors.joining("; "));
    return new OrganisationRefused(Kind.TIED, what + ": " + list + ".", null, ties);
  }

  /**
   * A value cannot be accepted.
   *
   * @param field what the value is called where it was entered
   * @param expected a sentence that names the value and what was expected
   */
  public static OrganisationRefused invalid(String field, String expected) {
    return new OrganisationRefused(Kind.INVALID, expected, field, List.of());
  }

  public Kind kind() {
    return kind;
  }

  /** The name of the value that was not accepted; null if it is not about one value. */
  public String field() {
    return field;
  }

  /** What is in the way; empty if that is not the reason. */
  public List<Tie> ties() {
    return ties;
  }
}
