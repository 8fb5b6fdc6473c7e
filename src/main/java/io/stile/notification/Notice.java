package io.stile.notification;

import java.time.Instant;

/**
 * What the program tells an employee in the application.
 *
 * @param kind    what it is about, a word for icons and filters
 * @param request number of the request that it concerns, or null
 * @param task    id of the task that it concerns, or null
 * @param place   where it leads if it concerns no request, from the root; else null
 * @param readAt  when he took note of it, or null
 */
public record Notice(long id, String employee, String kind, String request, Long task, String place, String text, Instant at,
                     Instant readAt) {

  /** Where it leads to. */
  public String href() {
    return place != null ? place : task == null ? "/requests/" + request : "/tasks/" + task;
  }
}
