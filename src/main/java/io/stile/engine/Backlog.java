package io.stile.engine;

/** What the engine has to do by itself and has not done: timers that are due, and work that failed too often. */
public interface Backlog {

  /** How many jobs are due now and have not run yet; a few are normal. */
  int due();

  /** How many jobs have failed so often that they are not tried any more. */
  int givenUp();
}
