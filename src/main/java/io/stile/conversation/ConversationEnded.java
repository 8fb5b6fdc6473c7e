package io.stile.conversation;

import java.time.Instant;

/**
 * Somebody took over a conversation, or nobody did in time.
 *
 * @param id      of the warm hand-over; with it the event names what happened once
 * @param tell    sign-in name of who has the customer on the line
 * @param takenBy sign-in name of who took it, or null if nobody did
 */
public record ConversationEnded(long id, String request, String tell, String takenBy, Instant at) {
}
