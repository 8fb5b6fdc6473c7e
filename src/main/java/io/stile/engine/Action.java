package io.stile.engine;

import java.util.Optional;
import java.util.Set;

/**
 * Something that a model may have the platform do: an entry of the catalogue of actions. A service task names it in its
 * extension property {@code action}. It runs inside the engine's transaction and must have no effect outside of it.
 */
public interface Action {

  /** The name that models use, kebab-case. */
  String name();

  /** The names of the facts that it reads, so that the engine keeps them. */
  Set<String> reads();

  /** The names of the facts that it finds out, which conditions and decisions behind it can use. */
  default Set<String> gives() {
    return Set.of();
  }

  /**
   * What it does beyond the facts of the process, so that the step before it cannot be taken back any more, in words:
   * "the customer was granted a credit". Empty if nothing.
   */
  default Optional<String> effect() {
    return Optional.of("“%s” was done".formatted(name()));
  }

  /** Does it. */
  void run(ActionCall call);
}
