package io.stile.organisation;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links with which an employee sets his password himself: each can be used once, for two days, and only the newest of an employee. */
@Service
public class SignInLinks {

  /** How long a link can be used. */
  public static final Duration VALID = Duration.ofDays(2);

  private static final int TOKEN_BYTES = 32;

  private final JdbcClient jdbc;
  private final Employees employees;
  private final Audit audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SignInLinks(JdbcClient jdbc, Employees employees, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.employees = employees;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes a link for an employee, in place of an earlier one.
   *
   * @return the token that stands in its address; it is kept nowhere, so it can be shown only now
   * @throws OrganisationRefused if there is no such employee, or he has left
   */
  @Transactional
  public String make(String signIn) {
    Employee employee = employees.bySignIn(signIn).filter(Employee::active)
        .orElseThrow(() -> OrganisationRefused.unknown("active employee '%s'".formatted(signIn)));
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql("""
        insert into sign_in_link (employee, token_hash, expires_at) values (?, ?, ?)
        on conflict (employee) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at""")
        .params(signIn, hash(token), clock.instant().plus(VALID).atOffset(ZoneOffset.UTC)).update();
    audit.record("made a sign-in link for", EmployeeWords.subject(employee), new Changes());
    return token;
  }

  /** The employee whose link this is; empty if it was used, replaced or has run out, or he has left. */
  public Optional<Employee> employee(String token) {
    return jdbc.sql("select employee from sign_in_link where token_hash = ? and expires_at > ?")
        .params(hash(token), clock.instant().atOffset(ZoneOffset.UTC)).query(String.class).optional()
        .flatMap(employees::bySignIn).filter(Employee::active);
  }

  /**
   * Sets the password of the employee whose link this is; the link is used up.
   *
   * @return whether it could be used; of two who try at once only one does
   */
  @Transactional
  public boolean use(String token, String passwordHash) {
    Optional<Employee> employee = employee(token);
    boolean first = employee.isPresent()
        && jdbc.sql("delete from sign_in_link where token_hash = ?").param(hash(token)).update() == 1;
    if (first) {
      employees.setPassword(employee.get().signIn(), passwordHash, false);
      audit.record(employee.get().signIn(), "set the password of", EmployeeWords.subject(employee.get()), new Changes());
    }
    return first;
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("each Java platform has SHA-256", impossible);
    }
  }
}
