package io.stile.migration;

import io.stile.engine.ModelVersion;
import java.time.Instant;
import java.util.Map;

/**
 * One move of the running requests of a type to another version.
 *
 * @param model      key of the request type
 * @param target     the version to which they move
 * @param number     its number
 * @param newTargets whether steps that wait are due by the targets of the new version from then on
 * @param given      values for names that requests were never asked for, null where one is left empty
 * @param startedBy  sign-in name of who started it
 * @param endedAt    when the last request had its turn, null until then
 * @param moved      how many have moved
 * @param stayed     how many have had their turn and stayed
 * @param pending    how many have not had their turn yet
 */
public record Migration(long id, String model, ModelVersion target, int number, boolean newTargets, Map<String, Object> given,
                        State state, String startedBy, Instant startedAt, Instant endedAt, int moved, int stayed, int pending) {

  /** Where it stands. */
  public enum State {
    /** Requests move one after the other. */
    RUNNING,
    /** Somebody has stopped it, and it can go on. */
    PAUSED,
    /** Every request has had its turn. */
    DONE
  }

  /** How many requests it is about. */
  public int all() {
    return moved + stayed + pending;
  }

  /** How many have had their turn. */
  public int done() {
    return moved + stayed;
  }
}
