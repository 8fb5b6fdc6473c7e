package io.stile.operation;

import io.stile.organisation.NewEmployee;
import io.stile.organisation.Organisation;
import io.stile.organisation.Passwords;
import io.stile.organisation.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The administrator with whom a company begins: taken in from the environment while nobody active is an administrator, before the
 * first page is served. Later starts change nothing, whatever the environment says; the variables may go after the first one.
 */
@Component
@Profile(ProductionCheck.PROFILE)
class FirstAdministrator implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
  /** Any number that nothing else locks on. */
  private static final long LOCK = 7_384_002;
  private static final String PREFIX = "stile.admin.";

  private final Organisation organisation;
  private final Passwords passwords;
  private final PasswordEncoder encoder;
  private final Environment environment;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  FirstAdministrator(Organisation organisation, Passwords passwords, PasswordEncoder encoder, Environment environment,
      JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.organisation = organisation;
    this.passwords = passwords;
    this.encoder = encoder;
    this.environment = environment;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (organisation.withRole(Role.ADMINISTRATOR).isEmpty()) {
      transaction.executeWithoutResult(status -> takeInOnce());
    }
  }

  /** Two nodes that start on one empty database at once: the second waits, and then finds an administrator there. */
  private void takeInOnce() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(rows -> { });
    if (organisation.withRole(Role.ADMINISTRATOR).isEmpty()) {
      takeIn();
    }
  }

  private void takeIn() {
    String signIn = value("sign-in");
    String name = value("name");
    String email = value("email");
    List<String> problems = new ArrayList<>();
    String password = password(problems);
    check("STILE_ADMIN_SIGN_IN", signIn, "The name to sign in with: lower-case letters, digits, dots and hyphens.", "ada",
        signIn.matches("[a-z0-9][a-z0-9.-]*") && organisation.employee(signIn).isEmpty(),
        "is '%s', which is no sign-in name or somebody's already.".formatted(signIn), problems);
    check("STILE_ADMIN_NAME", name, "The name that people read.", "Ada Stone", name.length() <= 200, "is too long.", problems);
    check("STILE_ADMIN_EMAIL", email, "Where mail to the administrator goes.", "ada@example.org",
        Organisation.isEmail(email), "is '%s', which is no address.".formatted(email), problems);
    if (!password.isBlank()) {
      passwords.flaw(password, signIn, name, email).ifPresent(flaw ->
          problems.add("STILE_ADMIN_PASSWORD (or the file) is too weak. " + flaw));
    }
    ZoneId zone = zone(problems);
    refuseIfAny(problems);
    organisation.add(new NewEmployee(signIn, name, encoder.encode(password), zone, Set.of(Role.ADMINISTRATOR)));
    organisation.setEmail(signIn, email);
    passwords.give(signIn, password);
    LOG.info("Took in the first administrator, {}; he chooses another password when he signs in. STILE_ADMIN_… may be unset now", signIn);
  }

  private String value(String name) {
    return environment.getProperty(PREFIX + name, "").strip();
  }

  private static void check(String variable, String value, String purpose, String example, boolean fine, String flaw,
      List<String> problems) {
    if (value.isBlank() || !fine) {
      problems.add("%s %s\n%s\nExample: %s".formatted(variable, value.isBlank() ? "is missing." : flaw, purpose, example));
    }
  }

  private String password(List<String> problems) {
    String given = environment.getProperty(PREFIX + "password", "");
    String file = value("password-file");
    if (given.isEmpty() && file.isEmpty()) {
      problems.add("STILE_ADMIN_PASSWORD is missing, and STILE_ADMIN_PASSWORD_FILE is, too.\nHis first password, or a file with nothing else in it.\n"
          + "Example: /run/secrets/stile-admin-password");
    }
    if (given.isEmpty() && !file.isEmpty()) {
      try {
        return Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
      } catch (IOException | IllegalArgumentException unreadable) {
        problems.add("STILE_ADMIN_PASSWORD_FILE is '%s', which cannot be read.".formatted(file));
      }
    }
    return given;
  }

  private ZoneId zone(List<String> problems) {
    String zone = value("zone");
    try {
      return zone.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      problems.add("STILE_ADMIN_ZONE is '%s', which is no time zone.\nExample: Europe/Berlin".formatted(zone));
      return null;
    }
  }

  private static void refuseIfAny(List<String> problems) {
    if (!problems.isEmpty()) {
      throw StartRefused.because("Nobody is an administrator yet, and the first one cannot be taken in", problems,
          "Set these variables for the first start; later starts do not need them.", null);
    }
  }
}
