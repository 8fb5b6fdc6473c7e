package io.stile.engine.camunda;

import org.camunda.bpm.engine.impl.interceptor.Session;

/** How many elements a process has entered in one command of the engine, that is in one transaction. */
public final class StepCount implements Session {

  private int steps;

  int next() {
    return ++steps;
  }

  @Override
  public void flush() {
    // Nothing is stored.
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
