package io.stile.web;

import java.util.Optional;

/** Where the shell finds the people who can sign in. One module implements it. */
public interface Accounts {

  /** The account with exactly this sign-in name, active or not. */
  Optional<Account> bySignIn(String signIn);
}
