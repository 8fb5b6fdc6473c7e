package io.stile.organisation;

/**
 * What is kept of an employee's password.
 *
 * @param hash      as the password encoder writes it, never the password
 * @param temporary whether somebody else gave it to him, so that he must choose his own
 */
public record Password(String hash, boolean temporary) {

  /** Without the hash, so that no log carries it. */
  @Override
  public String toString() {
    return "Password[temporary=" + temporary + "]";
  }
}
