package io.stile.desk.web;

import io.stile.consult.ConsultMarks;
import io.stile.promise.Promise;
import io.stile.request.Request;
import io.stile.web.Words;
import java.time.Instant;
import java.util.List;

/**
 * A request in a list.
 *
 * @param number its number, for example {@code SR-1000426}
 * @param type key of its request type
 * @param state {@code open}, {@code closed} or {@code withdrawn}
 * @param outcome name of the end event that it reached; null while it is open
 * @param customer id of the customer
 * @param owner sign-in name of the employee who is accountable
 * @param openedAt when it was opened
 * @param promise what the customer was told last: when it will be done
 * @param due the end-to-end target, which is never moved
 * @param closedAt when it ended; null while it is open
 * @param blockedBy who is asked for an answer that somebody needs to go on
 * @param needsAttention whether an answer has arrived that neither owner nor lead has taken note of
 * @param onlyPromisesLeft whether its work has ended, and it is open only because of promises to the customer
 * @param repeatContacts how often the customer had to get in touch again about it
 */
record RequestLine(String number, String type, String state, String outcome, long customer, String owner,
                   Instant openedAt, Instant promise, Instant due, Instant closedAt,
                   List<BlockedBy> blockedBy, boolean needsAttention, boolean onlyPromisesLeft, int repeatContacts) {

  /** @param promise the promise that came with opening it; null if there is none */
  static RequestLine of(Request request, Promise promise, ConsultMarks marks, int repeatContacts) {
    return new RequestLine(request.number().value(), request.type(), Words.of(request.state()), request.outcome(),
        request.customer(), request.owner(), request.openedAt(), promise == null ? null : promise.dueAt(),
        request.dueAt(), request.closedAt(), BlockedBy.of(marks), marks.needsAttention(), request.onlyPromisesLeft(),
        repeatContacts);
  }
}
