package io.stile.testkit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The moment between two looks at something outside of this JVM, in loops that Awaitility cannot hold. */
public final class Pause {

  private Pause() {}

  /** A tenth of a second. */
  public static void briefly() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
  }
}
