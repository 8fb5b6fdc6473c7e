package io.stile.desk.web;

import io.stile.handover.HandOver;
import java.time.Instant;

/**
 * The offer of a request to somebody else, while nobody has answered it.
 *
 * @param id names the hand-over
 * @param answerer sign-in name of the one who can accept or decline it
 * @param reason why it is offered
 * @param offeredAt when it was offered
 */
record OpenOffer(long id, String answerer, String reason, Instant offeredAt) {

  static OpenOffer of(HandOver open) {
    return new OpenOffer(open.id(), open.answerer(), open.reason(), open.offeredAt());
  }
}
