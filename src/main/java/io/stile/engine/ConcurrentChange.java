package io.stile.engine;

/**
 * Somebody else, a timer or a parallel branch, changed the same process at the same instant and was faster. Nothing was
 * done; the whole unit of work can be repeated.
 */
public class ConcurrentChange extends RuntimeException {

  public ConcurrentChange(Throwable cause) {
    super("The process was changed by somebody else at the same instant", cause);
  }
}
