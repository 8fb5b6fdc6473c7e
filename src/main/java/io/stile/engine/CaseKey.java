package io.stile.engine;

/**
 * What ties everything that runs in the engine to one case outside it; the engine calls it the business key.
 *
 * @param value for a request its speakable number, for example {@code SR-1000426}
 */
public record CaseKey(String value) {

  public CaseKey {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("A case key must not be empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
