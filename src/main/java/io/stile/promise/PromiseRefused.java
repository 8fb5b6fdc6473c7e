package io.stile.promise;

/** A promise cannot be made or moved as asked; the message names the value and what was expected. */
public class PromiseRefused extends RuntimeException {

  public PromiseRefused(String message) {
    super(message);
  }
}
