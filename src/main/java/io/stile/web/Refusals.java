package io.stile.web;

import java.util.Optional;

/**
 * Tells what those exceptions of a module mean to a reader that are no {@link Refused}: a bean in its {@code web} package. Any number of beans.
 */
public interface Refusals {

  /** Empty for an exception that is not this module's. */
  Optional<Problem> asProblem(Throwable exception);
}
