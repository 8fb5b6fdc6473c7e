package io.stile.work;

import java.time.Instant;

/**
 * That a task was returned, because it landed in the wrong place or something was missing. A department that is null stands
 * for the owner of the request.
 *
 * @param step           key of the step in the model
 * @param fromDepartment key of the department that returned it, or null
 * @param toDepartment   key of the department to which it was returned, or null
 * @param reason         why, as the list of reasons says it
 * @param words          why, in words
 * @param by             sign-in name of who returned it
 * @param homeDepartment where the model puts the task: key of a department, or null
 * @param homeRole       the role word of the model, or null if the model names the department
 * @param homeLateAt     when it was found late there before it left, or null
 * @param voicesUntil    until when both leads say who does it, exclusive; null if nothing is to be decided
 * @param answer         what the other department answered, or null
 * @param endedBy        sign-in name of who answered or decided, or null
 * @param doer           who does it after the joint decision: key of a department, or {@code role-owner}; or null
 * @param movedTo        id of the task that the model began instead, or null
 */
public record TaskReturn(long id, long task, String request, String step, String fromDepartment, String toDepartment,
                         String reason, String words, String by, Instant at, String homeDepartment, String homeRole,
                         Instant homeLateAt, Instant voicesUntil, State state, String answer, String endedBy,
                         Instant endedAt, String doer, Long movedTo) {

  /** What became of a return. */
  public enum State {
    /** The task lies where it was returned to, until somebody answers. */
    OPEN,
    /** Somebody answered, and the task went on to whom it had been returned by. */
    ANSWERED,
    /** It was the second one between the same two: the task stays where it is until the leads and the owner have decided. */
    DISPUTED,
    /** It was decided who does the task. */
    DECIDED,
    /** The model draws a way back: an earlier step began again, and the task is not needed any more. */
    MOVED,
    /** The task came to its end before anybody answered or decided. */
    ENDED
  }

  /** Whether somebody is still to answer or to decide. */
  public boolean isRunning() {
    return state == State.OPEN || state == State.DISPUTED;
  }
}
