package io.stile.web;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.Set;

/**
 * Whoever looks at a page. Handler methods take it as an argument; templates find it as {@code viewer}.
 *
 * @param zone the zone in which he reads times
 * @param roles role names without {@code ROLE_}
 */
public record Viewer(String signIn, String name, ZoneId zone, Set<String> roles) implements Serializable {

  public Viewer {
    roles = Set.copyOf(roles);
  }

  static Viewer of(Account account) {
    return new Viewer(account.signIn(), account.name(), account.zone(), account.roles());
  }

  /** @param role a role name without {@code ROLE_} */
  public boolean has(String role) {
    return roles.contains(role);
  }
}
