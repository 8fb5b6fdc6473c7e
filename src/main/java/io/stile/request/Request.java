package io.stile.request;

import io.stile.customer.Interaction.Channel;
import io.stile.engine.ModelVersion;
import java.time.Instant;
import java.util.Locale;

/**
 * One customer's need, from open to close.
 *
 * @param number   the number that people say
 * @param type     key of the request type
 * @param typeName name of the type when the request was opened
 * @param model    the version that it runs on
 * @param customer id of the customer
 * @param contract number of the contract it is about, or null
 * @param owner    sign-in name of the employee who is accountable
 * @param opener   sign-in name of the employee who opened it
 * @param openedAt when it was opened
 * @param dueAt    the end-to-end target, never moved
 * @param closedAt when it ended, or null while it is open
 * @param outcome  name of the end event that it reached, or null
 * @param channel  how the customer reached us
 * @param told     the customer's own words
 * @param verification how the caller was verified, or null if the type does not ask
 * @param interaction  id of the interaction from which it came; other requests may have come from the same one
 * @param workEndedAt  when nothing but promises was left of it, or null if that was never so
 * @param openedOn     the version that it was opened on: the form that opened it is one of that version
 */
public record Request(RequestNumber number, String type, String typeName, ModelVersion model, State state,
                      long customer, String contract, String owner, String opener, Instant openedAt, Instant dueAt,
                      Instant closedAt, String outcome, Channel channel, String told, Verification verification,
                      Long interaction, Instant workEndedAt, ModelVersion openedOn) {

  /** Where a request stands. */
  public enum State {
    /** Somebody owns it and it is worked on. */
    OPEN,
    /** It reached an end. */
    CLOSED,
    /** The customer does not want it any more. */
    WITHDRAWN;

    /** The word that the interface for programs uses. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it is still open. */
  public boolean isOpen() {
    return state == State.OPEN;
  }

  /** Whether its work has ended, and it is open only because of promises to the customer. */
  public boolean onlyPromisesLeft() {
    return isOpen() && workEndedAt != null;
  }
}
