package io.stile.desk.web;

import io.stile.organisation.Department;
import java.util.List;

/**
 * The questions about a request as a page shows them, and the form to ask another one.
 *
 * @param number      of the request
 * @param from        id of the task whose page it is, or null on the page of the request
 * @param mayAsk      whether a question can be asked from there
 * @param mayClear    whether the viewer can take note of answers that have arrived
 * @param consults    all questions, oldest first
 * @param blockedBy   names of those whose answers somebody needs to go on
 * @param news        questions with answers to take note of
 * @param departments whom one can ask
 * @param draft       the form about a question that was not accepted just now
 */
record ConsultSheet(String number, Long from, boolean mayAsk, boolean mayClear, List<ConsultView> consults, List<String> blockedBy,
                    List<ConsultView> news, List<Department> departments, Draft draft) {

  /** Those who are blocked on, in one text. */
  public String blockers() {
    return String.join(", ", blockedBy);
  }

  /** Those that wait for their answer. */
  public long open() {
    return consults.stream().filter(view -> view.consult().isOpen()).count();
  }

  /** How many of those asked from the task whose page it is end unanswered if it is completed now. */
  public long endingWithTask() {
    return consults.stream().filter(view -> view.consult().isOpen() && from != null && from.equals(view.consult().task())).count();
  }

  /** Whether what was not accepted has no form any more in which it could stand. */
  public boolean isFormGone() {
    return draft.isOf("ask") && !mayAsk || consults.stream().anyMatch(this::isFormGone);
  }

  private boolean isFormGone(ConsultView view) {
    long id = view.consult().id();
    return draft.isOf("add-" + id) && !view.mayAdd() || draft.isOf("hand-on-" + id) && !view.mayHandOn()
        || draft.isOf("withdraw-" + id) && !view.mayWithdraw();
  }

  /** Whether a form about questions was not accepted. */
  public boolean isRefused() {
    return draft.problem() != null && (draft.isOf("ask") || draft.isOf("attention")
        || consults.stream().anyMatch(view -> draft.form().endsWith("-" + view.consult().id())));
  }
}
