package io.stile.engine;

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

  /** Does it. */
  void run(ActionCall call);
}
