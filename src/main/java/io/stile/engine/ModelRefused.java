package io.stile.engine;

/** A model was not published because the engine may not run it; the message names element and reason. */
public class ModelRefused extends RuntimeException {

  public ModelRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
