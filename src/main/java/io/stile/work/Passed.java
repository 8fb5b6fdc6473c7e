package io.stile.work;

import io.stile.engine.StepDates.Dates;
import java.time.Instant;

/**
 * Where a task lies from now on.
 *
 * @param department key of the department, or null if it is for one person
 * @param role       the role word, or null
 * @param assignee   sign-in name of the one for whom it is, or null
 * @param returned   id of the return that is to be answered there, or null
 * @param clockOf    id of the return whose clock measures it there, or null for its own
 * @param dueAt      null if it has no target
 * @param warnAt     null if it has no target
 * @param lateAt     when it was found late there before, or null
 */
record Passed(String department, String role, String assignee, Long returned, Long clockOf, Instant dueAt,
              Instant warnAt, Instant lateAt) {

  /** The same with the dates that hold there; null for none. */
  Passed due(Dates dates) {
    return dates == null ? this
        : new Passed(department, role, assignee, returned, clockOf, dates.due(), dates.warnAt(), lateAt);
  }
}
