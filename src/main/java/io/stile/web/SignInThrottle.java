package io.stile.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Makes whoever guesses passwords wait. While he waits nothing is compared, so that neither a right guess gets in nor the hashing eats the
 * processor; and a name that nobody has is treated like any other.
 */
@Component
final class SignInThrottle {

  private static final int LONGEST_NAME = 100;
  private static final Duration QUARTER_OF_AN_HOUR = Duration.ofMinutes(15);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  /** The attempt on this thread. The encoder, which alone knows whether a password must be compared, sees no more than the password. */
  private final ThreadLocal<Attempt> current = new ThreadLocal<>();
  private final SignInAttempts attempts;
  private final Clock clock;

  SignInThrottle(SignInAttempts attempts, Clock clock) {
    this.attempts = attempts;
    this.clock = clock;
  }

  private static final class Attempt {

    private final List<SignInLimit> limits;
    private boolean counted;

    Attempt(List<SignInLimit> limits) {
      this.limits = limits;
    }
  }

  /** Somebody who signs in: what is done to find out whether it is he. */
  interface Check {
    Authentication of(Authentication claimed);
  }

  /** @throws SignInBlocked if too many attempts of his have failed */
  Authentication authenticate(Authentication claimed, Check check) {
    Attempt attempt = new Attempt(limits(claimed));
    refuseBlocked(attempts.blockedUntil(attempt.limits, clock.instant()));
    current.set(attempt);
    try {
      Authentication known = check.of(claimed);
      if (attempt.counted) {
        attempts.succeeded(attempt.limits);
      }
      return known;
    } catch (CredentialsExpiredException known) {
      // The password was right, but he must choose his own first: he guesses nothing.
      if (attempt.counted) {
        attempts.succeeded(attempt.limits);
      }
      throw known;
    } finally {
      current.remove();
    }
  }

  /** The encoder that counts an attempt whenever it compares a password for it. */
  PasswordEncoder counting(PasswordEncoder encoder) {
    return new PasswordEncoder() {

      @Override
      public boolean matches(CharSequence password, String hash) {
        count();
        return encoder.matches(password, hash);
      }

      @Override
      public String encode(CharSequence password) {
        return encoder.encode(password);
      }

      @Override
      public boolean upgradeEncoding(String hash) {
        return encoder.upgradeEncoding(hash);
      }
    };
  }

  private void count() {
    Attempt attempt = current.get();
    if (attempt != null && !attempt.counted) {
      refuseBlocked(attempts.begin(attempt.limits, clock.instant()));
      attempt.counted = true;
    }
  }

  private void refuseBlocked(Optional<Instant> until) {
    until.ifPresent(end -> {
      throw new SignInBlocked(Duration.between(clock.instant(), end));
    });
  }

  /** One account from everywhere is limited late and briefly: otherwise anybody could lock out anybody. */
  private static List<SignInLimit> limits(Authentication claimed) {
    String typed = String.valueOf(claimed.getName()).toLowerCase(Locale.ROOT).replace("\0", "");
    String account = typed.substring(0, Math.min(LONGEST_NAME, typed.length()));
    String address = claimed.getDetails() instanceof WebAuthenticationDetails details ? String.valueOf(details.getRemoteAddress()) : "";
    return List.of(new SignInLimit(SignInLimit.Kind.ACCOUNT, account, "", 25, FIVE_MINUTES),
        new SignInLimit(SignInLimit.Kind.ADDRESS, "", address, 50, QUARTER_OF_AN_HOUR),
        new SignInLimit(SignInLimit.Kind.PAIR, account, address, 5, QUARTER_OF_AN_HOUR));
  }
}
