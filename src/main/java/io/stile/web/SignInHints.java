package io.stile.web;

import java.util.List;

/** Sign-ins that the sign-in page offers. Only the demonstration has any: without such a bean the page shows none. */
public interface SignInHints {

  /** Whom one can sign in as, in the order to show. */
  List<SignInHint> hints();

  /** The password of all of them, shown on the page. */
  String password();
}
