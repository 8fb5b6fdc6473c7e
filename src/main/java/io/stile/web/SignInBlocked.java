package io.stile.web;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many attempts to sign in have failed; whether this one would have succeeded was not looked at. */
final class SignInBlocked extends AuthenticationException {

  private final long seconds;

  /** @param wait until the next attempt may be made */
  SignInBlocked(Duration wait) {
    super("Too many attempts to sign in have failed");
    seconds = Math.max(1, wait.plusMillis(999).toSeconds());
  }

  /** How long to wait, rounded up. */
  long seconds() {
    return seconds;
  }

  /** {@code 45 seconds}, {@code 3 minutes}; rounded up. */
  static String words(long seconds) {
    if (seconds < 60) {
      return seconds == 1 ? "1 second" : seconds + " seconds";
    }
    long minutes = (seconds + 59) / 60;
    return minutes == 1 ? "1 minute" : minutes + " minutes";
  }
}
