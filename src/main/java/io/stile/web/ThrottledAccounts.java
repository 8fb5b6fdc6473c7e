package io.stile.web;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;

/** Compares names and passwords with the accounts, unless too many attempts have failed. */
final class ThrottledAccounts implements AuthenticationProvider {

  private final DaoAuthenticationProvider accounts;
  private final SignInThrottle throttle;

  /** @param accounts with an encoder that counts, see {@link SignInThrottle#counting} */
  ThrottledAccounts(DaoAuthenticationProvider accounts, SignInThrottle throttle) {
    this.accounts = accounts;
    this.throttle = throttle;
  }

  @Override
  public Authentication authenticate(Authentication claimed) {
    return throttle.authenticate(claimed, accounts::authenticate);
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
