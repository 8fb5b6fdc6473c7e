package io.stile.web;

import java.time.ZoneId;
import java.util.Set;

/**
 * Somebody who can sign in, as the shell needs to know him.
 *
 * @param signIn the name to sign in with; also his name in tables, journal and API
 * @param name the name that people read
 * @param passwordHash with its algorithm in front, for example {@code {bcrypt}$2a$10$...}
 * @param roles role names without {@code ROLE_}; {@code EMPLOYEE} is added for everybody who is active
 * @param zone the zone in which he reads times
 * @param active false from the day he left: he can no longer sign in, and sessions that he still has end with their next request
 * @param passwordIsTemporary whether somebody else gave him his password: he must choose his own before he does anything else
 */
public record Account(String signIn, String name, String passwordHash, Set<String> roles, ZoneId zone, boolean active,
    boolean passwordIsTemporary) {

  /** An account whose owner has chosen his password himself. */
  public Account(String signIn, String name, String passwordHash, Set<String> roles, ZoneId zone, boolean active) {
    this(signIn, name, passwordHash, roles, zone, active, false);
  }

  public Account {
    roles = Set.copyOf(roles);
  }

  /** Without the hash, so that no log carries it. */
  @Override
  public String toString() {
    return "Account[" + signIn + "]";
  }
}
