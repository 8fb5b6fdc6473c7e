package io.stile.web;

import java.util.Optional;

/**
 * Tells what a module's own exceptions mean to a reader, so that the module itself need not know the web: a bean in its {@code web} package.
 * Any number of beans.
 */
public interface Refusals {

  /** Empty for an exception that is not this module's. */
  Optional<Problem> asProblem(Throwable exception);
}
