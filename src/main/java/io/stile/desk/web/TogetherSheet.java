package io.stile.desk.web;

import io.stile.request.Reopening;
import java.time.Instant;
import java.util.List;

/**
 * What the page of a request shows of the customer's coming back, and of other requests that belong to it.
 *
 * @param contacts    "3rd contact", or null if the customer never had to come back
 * @param contactable whether a contact about it can be logged
 * @param reopenable  whether it can be opened again
 * @param reopened    the last time that it was opened again, or null
 * @param reopener    name of who did that, or null
 * @param mergedInto  number of the request as which it goes on, or null
 * @param mergedAt    since when it does, or null
 * @param merged      numbers of the requests that go on as this one
 * @param lines       what it is linked with
 * @param others      open requests of the same customer that could belong to it
 * @param mergeable   whether the reader may merge it into another one
 */
record TogetherSheet(String contacts, boolean contactable, boolean reopenable, Reopening reopened, String reopener,
                     String mergedInto, Instant mergedAt, List<String> merged, List<Line> lines, List<Other> others, boolean mergeable) {

  /**
   * A request that is linked with this one.
   *
   * @param what what it is, seen from this one: "its follow-up"
   */
  record Line(String number, String type, String state, String what) {}

  /** Another open request of the same customer. */
  record Other(String number, String type) {}
}
