package io.stile.work;

import io.stile.engine.ModelVersion;
import io.stile.engine.StepId;
import io.stile.request.Clocks;
import java.time.Instant;
import java.util.Locale;

/**
 * A piece of work in one department's queue, done by one assignee.
 *
 * @param id         ours
 * @param step       the engine's name for the waiting step
 * @param request    number of the request
 * @param type       key of the request type
 * @param customer   id of the customer
 * @param model      the version that it belongs to
 * @param process    id of its process, the request type's or a protocol's
 * @param stepKey    key of the step in the model
 * @param name       verb and object
 * @param form       id of its form, or null
 * @param department key of the department in whose queue it is, or null if it is for one person
 * @param role       the role word of the model, or null if the model names the department
 * @param assignee   sign-in name of who does it, or null while nobody has claimed it
 * @param subject    the late step that an escalation is about, or the promise that a renewal is about; else null
 * @param notBy      key of the step whose worker may not do this one, or null
 * @param dueAt      when its target runs out, or null if it has none
 * @param warnAt     when its worker is warned, or null
 * @param lateAt     when it was found late, or null
 * @param waiting    that it waits, or null if it does not; while it does, {@code dueAt} and {@code warnAt} are what holds if
 *                   it goes on at its review date
 * @param returned   id of the return that is to be answered before the task goes on, or null
 * @param clockOf    id of the return whose clock measures the task while it is not where the model puts it, or null
 * @param version    grows with every change of state or assignee
 * @param movedKey   what the step of an ended task is called in the version that its request was moved to, or null if the same
 */
public record Task(long id, StepId step, String request, String type, long customer, ModelVersion model, String process,
                   String stepKey, String name, String form, String department, String role, String assignee,
                   State state, String subject, String notBy, Instant createdAt, Instant claimedAt, Instant endedAt,
                   Instant dueAt, Instant warnAt, Instant lateAt, Waiting waiting, Long returned, Long clockOf, int version, String movedKey) {

  /** Where a task stands. */
  public enum State {
    /** Nobody has claimed it. */
    OPEN,
    /** Somebody does it. */
    CLAIMED,
    /** It was completed. */
    DONE,
    /** Its process went another way. */
    CANCELLED;

    /** The word that the interface for programs uses. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether there is still something to do. */
  public boolean isLive() {
    return state == State.OPEN || state == State.CLAIMED;
  }

  /** Whether it was returned: somebody is to answer what is missing and send it on, not to complete it. */
  public boolean isReturned() {
    return returned != null;
  }

  /** Key of the step in the version that its request follows now. */
  public String keyNow() {
    return movedKey == null ? stepKey : movedKey;
  }

  /** The name of the clock that measures it where it is now. */
  public String clock() {
    return clockOf == null ? Clocks.ofTask(id) : Clocks.ofReturn(clockOf);
  }

  /** Whether it waits for the customer or for a third party. */
  public boolean isWaiting() {
    return waiting != null;
  }

  /** Whether its target has run out at the instant; what has ended is measured at its end, and nothing that waits is late. */
  public boolean isLate(Instant at) {
    Instant measured = endedAt == null ? at : endedAt;
    return waiting == null && dueAt != null && !measured.isBefore(dueAt);
  }
}
