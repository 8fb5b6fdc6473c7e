package io.stile.desk.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.stile.desk.ClockView;
import io.stile.organisation.Employee;
import io.stile.work.Task;
import java.util.List;
import java.util.Map;

/**
 * The right half of a task's page: what is to be done, and what the viewer can do about it.
 *
 * @param place        whose it is, as the viewer sees it
 * @param department   name of the department, or null if the task is for one person
 * @param assignee     name of who has it, or null
 * @param clock        its clock, or null if it has no target
 * @param instructions what to do, in the words of the model; may be empty
 * @param about        the late task that it is about, or null
 * @param mayNot       why the viewer cannot claim it, or null if he can
 * @param receivers    to whom the viewer can give it; empty if he cannot
 * @param schema       its form, or null if the step has none
 * @param data         what the form begins with
 * @param next         the other live tasks of the request
 * @param standsIn     whose it is, if the viewer stands in for him now; or null
 */
record TaskSheet(Task task, Place place, String department, String assignee, ClockView clock, String instructions,
                 About about, String mayNot, List<Employee> receivers, JsonNode schema, Map<String, Object> data,
                 List<Following> next, StandsIn standsIn) {

  /** Whose a task is, as a viewer sees it. */
  enum Place {
    /** Nobody's: it lies in a queue. */
    OPEN,
    /** The viewer's, or of somebody for whom he stands in. */
    MINE,
    /** Somebody else's. */
    THEIRS,
    /** Nobody's any more: it was completed. */
    DONE,
    /** Nobody's any more: it is not needed. */
    CANCELLED;

    static Place of(Task task, boolean mine) {
      return switch (task.state()) {
        case OPEN -> OPEN;
        case CLAIMED -> mine ? MINE : THEIRS;
        case DONE -> DONE;
        case CANCELLED -> CANCELLED;
      };
    }
  }

  /** The late task that a decision is about; {@code standing} says in words where it stands. */
  record About(long id, String name, String standing, ClockView clock) {}

  /** Another live task of the request: whose it is, a person's or a department's. */
  record Following(long id, String name, String with, boolean mine) {}
}
