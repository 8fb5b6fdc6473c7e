package io.stile.engine.camunda;

/** Knows whether the {@link Canary} was ever loaded, and can be asked without loading it. */
final class CanaryCage {

  static volatile boolean open;

  private CanaryCage() {}
}
