package io.stile.web;

import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** The principal of a session: Spring Security's user, with what the pages need of him. */
final class SignedIn extends User {

  private static final String EVERYBODY = "EMPLOYEE";

  private final Viewer viewer;

  SignedIn(Account account) {
    super(account.signIn(), account.passwordHash(), account.active(), true, true, true, authorities(account));
    viewer = Viewer.of(account);
  }

  Viewer viewer() {
    return viewer;
  }

  private static Collection<GrantedAuthority> authorities(Account account) {
    return AuthorityUtils.createAuthorityList(Stream.concat(Stream.of(EVERYBODY), account.roles().stream()).distinct()
        .map(role -> "ROLE_" + role).toArray(String[]::new));
  }
}
