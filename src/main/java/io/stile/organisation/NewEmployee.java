package io.stile.organisation;

import java.time.ZoneId;
import java.util.Set;

/**
 * An employee to be taken in; departments take him in afterwards.
 *
 * @param signIn lower-case letters, digits, dots and hyphens
 * @param passwordHash as the password encoder writes it, never the password
 */
public record NewEmployee(String signIn, String name, String passwordHash, ZoneId zone, Set<Role> roles) {

  public NewEmployee {
    if (signIn == null || !signIn.matches("[a-z0-9][a-z0-9.-]*")) {
      throw new IllegalArgumentException("sign-in name '%s': expected lower-case letters, digits, dots and hyphens".formatted(signIn));
    }
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("employee '%s': expected a name".formatted(signIn));
    }
    roles = Set.copyOf(roles);
  }

  /** Without the hash, so that no log carries it. */
  @Override
  public String toString() {
    return "NewEmployee[" + signIn + "]";
  }
}
