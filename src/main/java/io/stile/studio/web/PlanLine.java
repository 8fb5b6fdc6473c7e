package io.stile.studio.web;

import io.stile.catalogue.PlannedPublication;
import io.stile.catalogue.PlannedPublication.State;
import io.stile.web.Viewer;

/**
 * A publication that waits, or what became of it.
 *
 * @param author    name of who asked for it
 * @param approver  name of who has approved it; null as long as nobody has
 * @param endedBy   name of who cancelled or declined it; null otherwise
 * @param overtaken whether the draft is no longer what was asked for
 * @param mayDecide whether the viewer can be the second person
 */
record PlanLine(PlannedPublication plan, String author, String approver, String endedBy, boolean overtaken, boolean mayDecide) {

  static PlanLine of(PlannedPublication plan, boolean overtaken, Viewer viewer, People people) {
    return new PlanLine(plan, people.employee(plan.author()), people.employee(plan.approver()), people.employee(plan.endedBy()),
        plan.isOpen() && plan.approval() && overtaken, plan.canBeApprovedBy(viewer.signIn()));
  }

  /** Whether it waits for a second person. */
  public boolean waiting() {
    return plan.state() == State.WAITING;
  }

  /** Whether it waits for its date. */
  public boolean planned() {
    return plan.state() == State.PLANNED;
  }

  /** Whether its author has to know that nothing was published: it was declined, refused or void. */
  public boolean failed() {
    return plan.state() == State.DECLINED || plan.state() == State.REFUSED || plan.state() == State.VOID;
  }
}
