package io.stile.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the account of a session anew with each request: a session can last for days, and a role that was taken away, or an account that
 * was closed, must not last with it.
 */
final class CurrentAccount extends OncePerRequestFilter {

  private final Accounts accounts;
  private final SecurityContextLogoutHandler signOut = new SecurityContextLogoutHandler();

  CurrentAccount(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication present = SecurityContextHolder.getContext().getAuthentication();
    if (present != null && present.getPrincipal() instanceof SignedIn signedIn) {
      Optional<SignedIn> fresh = accounts.bySignIn(signedIn.getUsername()).filter(Account::active).map(SignedIn::new);
      fresh.ifPresentOrElse(account -> useFor(account, present), () -> signOut.logout(request, response, present));
    }
    chain.doFilter(request, response);
  }

  /** For this request only: what the session keeps is nothing but the name. */
  private static void useFor(SignedIn account, Authentication present) {
    account.eraseCredentials();
    UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
    token.setDetails(present.getDetails());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(token);
    SecurityContextHolder.setContext(context);
  }
}
