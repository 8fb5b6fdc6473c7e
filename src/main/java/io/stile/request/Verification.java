package io.stile.request;

import java.util.Locale;

/**
 * How a caller was verified, and with what result.
 *
 * @param method in which way
 * @param result what came of it
 */
public record Verification(Method method, Result result) {

  /** Ways to verify a caller. */
  public enum Method {
    PASSWORD("Customer password"), CODE("Code sent to the phone"), QUESTIONS("Security questions"),
    IDENTITY_CARD("Identity card"), NONE("Not verified");

    private final String label;

    Method(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** What came of it. */
  public enum Result {
    PASSED, FAILED, NOT_DONE;

    public String label() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
