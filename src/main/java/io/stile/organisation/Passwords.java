package io.stile.organisation;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import io.stile.audit.Audit;
import io.stile.audit.Changes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The passwords of employees: which ones will do, changing one's own, and giving one to somebody else. A password is judged by how soon it
 * would be guessed, not by the kinds of characters in it.
 */
@Service
public class Passwords {

  /** The least characters. */
  public static final int SHORTEST = 10;
  /** The most bytes in UTF-8: the hash reads no more. */
  public static final int LONGEST_BYTES = 72;
  /** Of 0 to 4; 3 takes 10⁸ guesses and more. */
  private static final int STRONG_ENOUGH = 3;

  private static final int UNKNOWN_BYTES = 32;

  private final Employees employees;
  private final Audit audit;
  private final PasswordEncoder encoder;
  private final Zxcvbn guesser = new Zxcvbn();
  private final SecureRandom random = new SecureRandom();

  Passwords(Employees employees, Audit audit, PasswordEncoder encoder) {
    this.employees = employees;
    this.audit = audit;
    this.encoder = encoder;
  }

  /**
   * Why a password will not do, in a sentence; empty if it will.
   *
   * @param known what somebody who guesses tries first: names and address of its owner
   */
  public Optional<String> flaw(String password, String... known) {
    if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of("Take at least %d characters.".formatted(SHORTEST));
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      return Optional.of("Take at most %d bytes: %1$d plain letters, fewer with others.".formatted(LONGEST_BYTES));
    }
    Strength strength = guesser.measure(password, firstGuesses(known));
    return strength.getScore() >= STRONG_ENOUGH ? Optional.empty() : Optional.of(hint(strength));
  }

  private static List<String> firstGuesses(String... known) {
    List<String> guesses = new ArrayList<>(List.of("stile"));
    Arrays.stream(known).filter(name -> name != null && !name.isBlank())
        .forEach(name -> guesses.addAll(Arrays.asList(name.split("[\\s.@-]+"))));
    return guesses;
  }

  private static String hint(Strength strength) {
    String warning = strength.getFeedback().getWarning();
    return "It would be guessed too soon%s Four words that have nothing to do with each other make a good one.".formatted(
        warning == null || warning.isEmpty() ? "." : ": " + warning.substring(0, 1).toLowerCase(Locale.ROOT)
            + warning.substring(1) + (warning.endsWith(".") ? "" : "."));
  }

  /**
   * Changes one's own password.
   *
   * @param again the chosen one once more
   * @throws PasswordRefused if the present one is wrong, the chosen one will not do, or it was typed differently
   */
  @Transactional
  public void change(String signIn, String present, String chosen, String again) {
    Employee employee = employees.bySignIn(signIn).filter(Employee::active).orElseThrow(() -> unknown(signIn));
    String hash = employees.password(signIn).map(Password::hash).orElseThrow(() -> unknown(signIn));
    if (present == null || present.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES || !encoder.matches(present, hash)) {
      throw new PasswordRefused("present", "This is not your present password.");
    }
    flaw(chosen, signIn, employee.name(), employees.email(signIn).orElse(null)).ifPresent(why -> {
      throw new PasswordRefused("chosen", why);
    });
    if (chosen.equals(present)) {
      throw new PasswordRefused("chosen", "This is the present one. Choose another.");
    }
    if (!chosen.equals(again)) {
      throw new PasswordRefused("again", "You typed two different passwords.");
    }
    employees.setPassword(signIn, encoder.encode(chosen), false);
    audit.record(signIn, "set the password of", EmployeeWords.subject(employee), new Changes());
  }

  /**
   * Gives an employee a password that whoever gives it knows, too: he must choose his own before he does anything else.
   *
   * @throws PasswordRefused if it will not do
   * @throws IllegalArgumentException if there is no such employee
   */
  @Transactional
  public void give(String signIn, String password) {
    Employee employee = employees.bySignIn(signIn).orElseThrow(() -> unknown(signIn));
    flaw(password, signIn, employee.name()).ifPresent(why -> {
      throw new PasswordRefused("password", why);
    });
    employees.setPassword(signIn, encoder.encode(password), true);
    audit.record("set the password of", EmployeeWords.subject(employee), new Changes());
  }

  /**
   * The hash to keep of a password.
   *
   * @throws OrganisationRefused if it will not do; the message does not repeat it
   */
  public String hash(String signIn, String password) {
    flaw(password, signIn).ifPresent(why -> {
      throw OrganisationRefused.invalid("password", why);
    });
    return encoder.encode(password);
  }

  /** The hash of a password that nobody knows: until he has set one, its owner cannot sign in. */
  public String unknown() {
    byte[] bytes = new byte[UNKNOWN_BYTES];
    random.nextBytes(bytes);
    return encoder.encode(Base64.getEncoder().encodeToString(bytes));
  }

  /** What is kept of an employee's password; empty for an unknown sign-in name. */
  public Optional<Password> of(String signIn) {
    return employees.password(signIn);
  }

  private static IllegalArgumentException unknown(String signIn) {
    return new IllegalArgumentException("no employee has the sign-in name '%s'".formatted(signIn));
  }
}
