package io.stile.web;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Shows Spring Security the accounts. */
@Component
final class AccountDetails implements UserDetailsService {

  private final Accounts accounts;

  AccountDetails(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public UserDetails loadUserByUsername(String signIn) {
    return accounts.bySignIn(signIn).map(SignedIn::new)
        .orElseThrow(() -> new UsernameNotFoundException("No account \"%s\"".formatted(signIn)));
  }
}
