package io.stile.migration.web;

import io.stile.migration.Migration;

/**
 * A migration as a page shows it.
 *
 * @param by name of who started it
 */
record MigrationLine(Migration migration, String by) {

  /** Percent of the requests that have had their turn. */
  public int percent() {
    return migration.all() == 0 ? 100 : 100 * migration.done() / migration.all();
  }

  /** In a sentence. */
  public String summary() {
    return "%d of %d had their turn: %d moved, %d stayed".formatted(migration.done(), migration.all(), migration.moved(),
        migration.stayed());
  }

  public boolean isRunning() {
    return migration.state() == Migration.State.RUNNING;
  }

  public boolean isPaused() {
    return migration.state() == Migration.State.PAUSED;
  }

  public boolean isDone() {
    return migration.state() == Migration.State.DONE;
  }
}
