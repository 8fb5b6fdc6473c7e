package io.stile.desk.web;

import io.stile.desk.StoryLine;
import io.stile.web.FieldProblem;
import java.util.List;
import java.util.Map;

/**
 * What a person has typed on a task's page that was not accepted, so that it stays there.
 *
 * @param typed     answers by field, or null if nothing was typed
 * @param problems  what is wrong with which field
 * @param conflict  what somebody else did, in a sentence, or null
 * @param meanwhile what happened to the request since the page was opened
 */
record TaskInput(Map<String, Object> typed, List<FieldProblem> problems, String conflict, List<StoryLine> meanwhile) {

  /** Nothing yet. */
  static final TaskInput NONE = new TaskInput(null, List.of(), null, List.of());

  /** Typed earlier, and still to be sent. */
  static TaskInput kept(Map<String, Object> typed) {
    return new TaskInput(typed, List.of(), null, List.of());
  }

  static TaskInput refused(Map<String, Object> typed, List<FieldProblem> problems) {
    return new TaskInput(typed, problems, null, List.of());
  }

  static TaskInput tooLate(Map<String, Object> typed, String conflict, List<StoryLine> meanwhile) {
    return new TaskInput(typed, List.of(), conflict, meanwhile);
  }
}
