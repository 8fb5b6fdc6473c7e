package io.stile.notification;

import java.time.Instant;

/**
 * One mail to one recipient, waiting, sent or given up.
 *
 * @param messageId   names it at the mail server; derived from its id, so that copies have the same
 * @param name        of the recipient
 * @param address     his e-mail address
 * @param text        what programs without HTML show
 * @param request     number of the request that it is about
 * @param dueAt       when it is tried next, while it waits
 * @param failures    how often it could not be sent since it was written, or since it was last to be sent again
 * @param error       what was wrong the last time, or null
 * @param sentAt      when the mail server took it, or null
 * @param givenUpAt   when trying ended without success, or null
 */
public record Mail(long id, String messageId, String name, String address, String subject, String text, String html,
                   String request, Instant createdAt, Instant dueAt, Instant triedSince, int failures, String error,
                   Instant sentAt, Instant givenUpAt) {

  /** Whether trying ended without success. */
  public boolean isGivenUp() {
    return givenUpAt != null;
  }
}
