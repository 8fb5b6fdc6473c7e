package io.stile.engine;

/**
 * One published version of one process. What runs on a version keeps its diagram, forms and decisions.
 *
 * @param id the engine's own name for it; opaque
 */
public record ModelVersion(String id) {

  @Override
  public String toString() {
    return id;
  }
}
