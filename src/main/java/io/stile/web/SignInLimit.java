package io.stile.web;

import java.time.Duration;

/**
 * How many attempts to sign in may fail in a row before each further one has to wait, twice as long each time.
 *
 * @param kind what is counted
 * @param account the sign-in name as it was typed; empty for an address as such
 * @param address the network address; empty for an account as such
 * @param free so many attempts need not wait
 * @param longest no wait is longer, so that nobody is locked out for ever
 */
public record SignInLimit(Kind kind, String account, String address, int free, Duration longest) {

  /** The first wait. */
  public static final Duration FIRST_WAIT = Duration.ofSeconds(15);
  /** After so long without an attempt the count begins anew. */
  public static final Duration FORGOTTEN = Duration.ofHours(1);

  /** What attempts have in common. */
  public enum Kind {
    /** One account from one address. */
    PAIR,
    /** One account from anywhere. */
    ACCOUNT,
    /** One address, whatever the account. */
    ADDRESS
  }
}
