package io.stile.grant;

/** Money is not granted as asked; the message says how much would be possible. Nothing was changed. */
public class GrantRefused extends RuntimeException {

  private final String field;

  GrantRefused(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The field of the form that holds the amount. */
  public String field() {
    return field;
  }
}
