package io.stile.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** Who is signed in: Spring Security's user, with what the pages need of him. Made anew with each request, and never kept. */
final class SignedIn extends User {

  private static final String EVERYBODY = "EMPLOYEE";
  private static final int STAMP_BYTES = 12;

  private final transient Viewer viewer;
  private final String passwordStamp;
  private final boolean passwordIsTemporary;

  SignedIn(Account account) {
    super(account.signIn(), account.passwordHash(), account.active(), true, true, true, authorities(account));
    viewer = Viewer.of(account);
    passwordStamp = stamp(account.passwordHash());
    passwordIsTemporary = account.passwordIsTemporary();
  }

  Viewer viewer() {
    return viewer;
  }

  /** Differs from password to password, also of the same word, and tells nothing about it. */
  String passwordStamp() {
    return passwordStamp;
  }

  /** Whether somebody else gave him his password, so that he must choose his own. */
  boolean passwordIsTemporary() {
    return passwordIsTemporary;
  }

  private static String stamp(String passwordHash) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(passwordHash.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, STAMP_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Each Java platform has SHA-256", impossible);
    }
  }

  private static Collection<GrantedAuthority> authorities(Account account) {
    return AuthorityUtils.createAuthorityList(Stream.concat(Stream.of(EVERYBODY), account.roles().stream()).distinct()
        .map(role -> "ROLE_" + role).toArray(String[]::new));
  }
}
