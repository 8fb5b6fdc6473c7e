package io.stile.organisation;

/** A password that is not accepted. Neither the message nor anything else in it repeats the password. */
public class PasswordRefused extends RuntimeException {

  private final String field;

  PasswordRefused(String field, String message) {
    super(message);
    this.field = field;
  }

  /** Which of the passwords: {@code present}, {@code chosen}, {@code again}, {@code password}. */
  public String field() {
    return field;
  }
}
