package io.stile.organisation;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What a password must be, and how it is kept. */
@Component
public class Passwords {

  /** The fewest characters. */
  public static final int SHORTEST = 10;

  /** bcrypt reads no more. */
  private static final int MOST_BYTES = 72;
  private static final int UNKNOWN_BYTES = 32;

  private final PasswordEncoder encoder;
  private final SecureRandom random = new SecureRandom();

  Passwords(PasswordEncoder encoder) {
    this.encoder = encoder;
  }

  /**
   * The hash to keep.
   *
   * @throws OrganisationRefused if it is too short, too long, or the sign-in name; the message does not repeat it
   */
  public String hash(String signIn, String password) {
    String typed = password == null ? "" : password;
    int bytes = typed.getBytes(StandardCharsets.UTF_8).length;
    if (typed.codePointCount(0, typed.length()) < SHORTEST || bytes > MOST_BYTES) {
      throw OrganisationRefused.invalid("password", "This cannot be a password; expected at least %d characters, and at most %d bytes."
          .formatted(SHORTEST, MOST_BYTES));
    }
    if (signIn != null && !signIn.isBlank() && typed.toLowerCase(Locale.ROOT).contains(signIn.toLowerCase(Locale.ROOT))) {
      throw OrganisationRefused.invalid("password", "A password must not contain the sign-in name.");
    }
    return encoder.encode(typed);
  }

  /** The hash of a password that nobody knows: until he has set one, nobody can sign in. */
  public String unknown() {
    byte[] bytes = new byte[UNKNOWN_BYTES];
    random.nextBytes(bytes);
    return encoder.encode(Base64.getEncoder().encodeToString(bytes));
  }
}
