package io.stile.web;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsChecker;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares names and passwords with the accounts, unless too many attempts have failed. */
final class ThrottledAccounts implements AuthenticationProvider {

  private final DaoAuthenticationProvider accounts;
  private final SignInThrottle throttle;

  /** @param encoder one that counts, see {@link SignInThrottle#counting} */
  ThrottledAccounts(UserDetailsService accounts, PasswordEncoder encoder, SignInThrottle throttle) {
    this.accounts = new DaoAuthenticationProvider(accounts);
    this.accounts.setPasswordEncoder(encoder);
    this.throttle = throttle;
  }

  /** What else must hold of somebody whose password is right. */
  ThrottledAccounts also(UserDetailsChecker check) {
    accounts.setPostAuthenticationChecks(check);
    return this;
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
