package io.stile.web;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells who looks at the page that is being answered. */
@Component
final class Viewers {

  private final Accounts accounts;

  Viewers(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Empty before the sign-in. */
  Optional<Viewer> current() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !authentication.isAuthenticated() || authentication instanceof AnonymousAuthenticationToken) {
      return Optional.empty();
    }
    if (authentication.getPrincipal() instanceof SignedIn signedIn) {
      return Optional.of(signedIn.viewer());
    }
    return accounts.bySignIn(authentication.getName()).map(Viewer::of);
  }
}
