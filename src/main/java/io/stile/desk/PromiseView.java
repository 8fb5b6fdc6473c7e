package io.stile.desk;

import io.stile.promise.Attempt;
import io.stile.promise.Promise;
import io.stile.promise.Renewal;
import io.stile.request.Request;
import java.util.List;

/**
 * A promise to a customer as a page shows it.
 *
 * @param customer  name of the customer
 * @param keeper    name of who is to keep it
 * @param promiser  name of who gave it
 * @param settledBy name of who settled it, or null
 * @param phone     the number as people write it, or null
 * @param window    when it is to be kept, in words: "today 14:00 – 16:00", "by today 16:00"
 * @param state     {@code ok}, {@code wait} before its window begins, {@code late} after it; of one that is settled {@code done}
 * @param task      id of the task to keep it, or null if it is settled
 * @param attempts  those that reached nobody, oldest first
 * @param moved     how it was moved, oldest first
 * @param mayKeep   whether the reader may say that it was kept, and log attempts
 * @param mayDecide whether the reader may renew it, break or drop it
 * @param mayTakeOver whether the reader may take it over, or have somebody else keep it
 */
public record PromiseView(Promise promise, Request request, String customer, String keeper, String promiser,
                          String settledBy, String phone, String window, String state, Long task, List<Tried> attempts,
                          List<Renewal> moved, boolean mayKeep, boolean mayDecide, boolean mayTakeOver) {

  /**
   * An attempt that reached nobody.
   *
   * @param by    name of who tried
   * @param phone the number as people write it, or null
   */
  public record Tried(Attempt attempt, String by, String phone) {}

  /** Whether its window has not begun yet. */
  public boolean isTooEarly() {
    return state.equals("wait");
  }

  /** What became of it, in a word or two. */
  public String outcome() {
    return switch (promise.state()) {
      case OPEN -> "open";
      case KEPT -> promise.unreached() ? "not reached, written to" : promise.isLate(promise.endedAt()) ? "kept late" : "kept";
      case BROKEN -> "broken";
      case DROPPED -> "not needed any more";
    };
  }
}
