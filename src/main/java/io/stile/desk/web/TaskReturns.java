package io.stile.desk.web;

import io.stile.desk.Names;
import io.stile.organisation.Organisation;
import io.stile.web.Viewer;
import io.stile.work.ReturnReason;
import io.stile.work.ReturnReasons;
import io.stile.work.Returns;
import io.stile.work.Task;
import io.stile.work.TaskReturn;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Reads what the page of a task, and lists of tasks, show about returns. */
@Component
class TaskReturns {

  /** Attribute of the model: the form about a return that was not accepted. */
  static final String DRAFT = "returnDraft";

  private final Returns returns;
  private final ReturnReasons reasons;
  private final Organisation organisation;

  TaskReturns(Returns returns, ReturnReasons reasons, Organisation organisation) {
    this.returns = returns;
    this.reasons = reasons;
    this.organisation = organisation;
  }

  /**
   * What a page shows about the returns of a task, and what the viewer can do.
   *
   * @param lines   oldest first
   * @param goesTo  name of to whom it would be returned
   * @param draft   what was not accepted just now
   */
  record Shown(List<Line> lines, boolean mayReturn, boolean mayAnswer, String goesTo, List<ReturnReason> reasons, Draft draft) {

    /** Those that somebody is still to answer or to decide about, the latest first. */
    public List<Line> running() {
      return lines.stream().filter(line -> line.given().isRunning()).sorted((one, other) -> Long.compare(other.given().id(), one.given().id())).toList();
    }

    /** Those that are over. */
    public List<Line> over() {
      return lines.stream().filter(line -> !line.given().isRunning()).toList();
    }

    /** Whether what was not accepted has no form any more in which it could stand. */
    public boolean isFormGone() {
      return draft.isOf("return") && !mayReturn || draft.isOf("answer") && !mayAnswer;
    }
  }

  /**
   * A return in words.
   *
   * @param times "once", "3 times": how often it was returned between the same two, this time included
   */
  public record Line(TaskReturn given, String from, String to, String by, String endedBy, String doer, String times) {}

  /** @param model of the page; holds under {@link #DRAFT} what was not accepted just now, if anything was */
  Shown of(Task task, Viewer viewer, Model model) {
    Names names = new Names(organisation);
    boolean may = returns.mayReturn(task, viewer.signIn());
    Draft draft = (Draft) model.getAttribute(DRAFT);
    return new Shown(lines(returns.of(task), names), may, returns.mayAnswer(task, viewer.signIn()),
        may ? place(returns.wouldGoTo(task).orElse(null), names) : null, may ? reasons.offered() : List.of(),
        draft == null ? Draft.NONE : draft);
  }

  private static List<Line> lines(List<TaskReturn> given, Names names) {
    Map<String, Integer> counted = new HashMap<>();
    return given.stream().map(each -> {
      int times = counted.merge(each.fromDepartment() + " " + each.toDepartment(), 1, Integer::sum);
      return new Line(each, place(each.fromDepartment(), names), place(each.toDepartment(), names), names.employee(each.by()),
          names.employee(each.endedBy()), each.doer() == null ? null : place("role-owner".equals(each.doer()) ? null : each.doer(), names),
          times == 1 ? "once" : times == 2 ? "twice" : times + " times");
    }).toList();
  }

  private static String place(String department, Names names) {
    return department == null ? "the owner" : names.department(department);
  }

  /** For each of these tasks that is returned, or to be decided about, a few words; the others are missing. */
  Map<Long, String> marks(Collection<Task> tasks) {
    Names names = new Names(organisation);
    Map<Long, String> marks = new HashMap<>();
    returns.runningOf(tasks.stream().map(Task::id).toList()).forEach(given -> marks.put(given.task(),
        given.state() == TaskReturn.State.DISPUTED ? "to be decided" : "returned by " + place(given.fromDepartment(), names)));
    return marks;
  }
}
