package io.stile.desk.web;

import io.stile.consult.Consult;
import io.stile.consult.ConsultMarks;
import java.time.Instant;
import java.util.List;

/**
 * Somebody who is asked for an answer that is needed to go on.
 *
 * @param consult id of the question
 * @param department key of the department that is asked; null if it is one employee
 * @param employee sign-in name of who is asked; null if it is a department
 * @param due when the answer is due
 */
record BlockedBy(long consult, String department, String employee, Instant due) {

  static List<BlockedBy> of(ConsultMarks marks) {
    return marks.blocking().stream().map(BlockedBy::of).toList();
  }

  private static BlockedBy of(Consult consult) {
    return new BlockedBy(consult.id(), consult.target().department(), consult.target().employee(), consult.dueAt());
  }
}
