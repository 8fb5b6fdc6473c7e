package io.stile.promise.web;

import io.stile.promise.Attempt;
import io.stile.promise.Promise;
import io.stile.web.Words;
import java.time.Instant;
import java.util.List;

/**
 * A promise to a customer.
 *
 * @param id names the promise
 * @param request number of the request that it belongs to
 * @param what in words
 * @param wholeRequest whether it is the one that came with the request: that it will be done
 * @param from not before; null if any time until then is right
 * @param until by when it is to be kept, as it holds now
 * @param firstUntil by when it was promised first
 * @param phone the number to call, in E.164; null if none was named
 * @param promiser sign-in name of who gave it
 * @param keeper sign-in name of who is to keep it: the promiser, or who took it over
 * @param state {@code open}, {@code kept}, {@code broken} or {@code dropped}
 * @param late whether it was settled after it was due, or is open and past it
 * @param endedAt when it was settled; null while it is open
 * @param settledBy sign-in name of who settled it; null while it is open, or if the platform did
 * @param words what was said or done, or why it was not kept; null if nothing was said
 * @param unreached whether it counts as kept although nobody was reached in three attempts and the customer was written to
 * @param renewals how often it was moved to a new time
 * @param attempts those who tried to reach the customer and did not, oldest first
 */
record PromiseDetail(long id, String request, String what, boolean wholeRequest, Instant from, Instant until,
                     Instant firstUntil, String phone, String promiser, String keeper, String state, boolean late,
                     Instant endedAt, String settledBy, String words, boolean unreached, int renewals, List<Try> attempts) {

  /**
   * A try to reach the customer.
   *
   * @param at when
   * @param by sign-in name of who tried
   * @param phone the number that was tried, in E.164; null if none was named
   * @param note what happened, for example {@code no answer}
   */
  record Try(Instant at, String by, String phone, String note) {}

  static PromiseDetail of(Promise promise, List<Attempt> attempts, Instant now) {
    return new PromiseDetail(promise.id(), promise.request(), promise.what(), promise.ofRequest(), promise.from(),
        promise.dueAt(), promise.firstDueAt(), promise.phone(), promise.givenBy(), promise.keeper(),
        Words.of(promise.state()), promise.isLate(now), promise.endedAt(), promise.settledBy(), promise.words(),
        promise.unreached(), promise.renewals(), attempts.stream()
            .map(attempt -> new Try(attempt.at(), attempt.by(), attempt.phone(), attempt.note())).toList());
  }
}
