package io.stile.desk;

import io.stile.customer.Customer;
import io.stile.promise.Promise;
import io.stile.request.Request;
import java.util.List;

/**
 * Everything that the page of a request shows.
 *
 * @param owner        name of the owner; of a request that has ended, the last one
 * @param opener       name of who opened it
 * @param promise      what the customer was told
 * @param promiseClock the clock of the promise
 * @param wholeClock   the clock from opening to closing
 * @param target       what that clock counts, in words, or null
 * @param steps        done and going on, in the order in which they began
 * @param story        what was said, answered and done
 */
public record RequestView(Request request, Customer customer, String owner, String opener, Promise promise,
                          ClockView promiseClock, ClockView wholeClock, String target, List<StepView> steps,
                          Story story) {

  /** How many of its live steps are late. */
  public long lateSteps() {
    return steps.stream().filter(step -> step.task().isLive() && step.state().equals("late")).count();
  }

  /** How many steps of its own process are done. */
  public long doneSteps() {
    return steps.stream().filter(StepView::isDone).count();
  }

  /** Its steps that wait for somebody. */
  public List<StepView> liveSteps() {
    return steps.stream().filter(step -> step.task().isLive()).toList();
  }

  /** Whether the promise holds for another instant now than it was given for. */
  public boolean isRenewed() {
    return promise != null && promise.renewals() > 0;
  }
}
