package io.stile.engine.camunda;

/** Is heard if a model gets at a class: hostile models of the tests try to load, create or call this one. */
public final class Canary {

  static {
    CanaryCage.open = true;
  }

  /** What a hostile expression calls. */
  public static String sing() {
    return "sung";
  }
}
