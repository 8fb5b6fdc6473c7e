package io.stile.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keeps in a session who is signed in, and nothing else of him: his sign-in name and a stamp of his password. Roles and all the rest
 * are read anew with each request, because a session can last for hours: what was taken away must not last with it, and a session
 * of somebody who has left, or whose password has changed since, is over, on whatever node he goes on.
 */
@Component
class SignedInSession implements SecurityContextRepository {

  /** The name under which the sessions of a person are found. */
  static final String SIGN_IN = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
  private static final String PASSWORD_STAMP = "stile.password-stamp";

  private final Accounts accounts;

  SignedInSession(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  @SuppressWarnings("deprecation")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    HttpServletRequest request = holder.getRequest();
    try {
      return signedIn(request).map(account -> context(account, request)).orElseGet(SecurityContextHolder::createEmptyContext);
    } catch (DataAccessException | TransactionException away) {
      if (request.getDispatcherType() == DispatcherType.ERROR) {
        // The page that says so must not fail for the same reason.
        return SecurityContextHolder.createEmptyContext();
      }
      throw away;
    }
  }

  private Optional<SignedIn> signedIn(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(SIGN_IN) instanceof String signIn)) {
      return Optional.empty();
    }
    Optional<SignedIn> account = accounts.bySignIn(signIn).filter(Account::active).map(SignedIn::new)
        .filter(present -> present.passwordStamp().equals(session.getAttribute(PASSWORD_STAMP)));
    if (account.isEmpty()) {
      session.invalidate();
    }
    return account;
  }

  private static SecurityContext context(SignedIn account, HttpServletRequest request) {
    account.eraseCredentials();
    UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
    token.setDetails(new WebAuthenticationDetails(request));
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(token);
    return context;
  }

  @Override
  public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    Authentication present = context.getAuthentication();
    if (present != null && present.getPrincipal() instanceof SignedIn account) {
      write(account, request.getSession());
    } else if (request.getSession(false) != null) {
      request.getSession().removeAttribute(SIGN_IN);
      request.getSession().removeAttribute(PASSWORD_STAMP);
    }
  }

  private static void write(SignedIn account, HttpSession session) {
    session.setAttribute(SIGN_IN, account.getUsername());
    session.setAttribute(PASSWORD_STAMP, account.passwordStamp());
  }

  /** Lets the session of this request go on after its employee has changed his password. */
  void goOn(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(SIGN_IN) instanceof String signIn) {
      accounts.bySignIn(signIn).map(SignedIn::new).ifPresent(account -> write(account, session));
      request.changeSessionId();
    }
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(SIGN_IN) != null;
  }
}
