package io.stile.engine;

/**
 * One step that waits for a person in one running process.
 *
 * @param value the engine's own name for it; opaque
 */
public record StepId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
