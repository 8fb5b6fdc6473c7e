package io.stile.work;

import java.time.Instant;
import java.util.List;

/**
 * A completed task was taken back.
 *
 * @param followed the ids of the tasks that came after it and were cancelled
 * @param by       sign-in name of who took it back
 */
public record TaskTakenBack(long task, String request, List<Long> followed, String by, Instant at) {

  public TaskTakenBack {
    followed = List.copyOf(followed);
  }
}
