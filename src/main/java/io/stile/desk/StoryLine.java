package io.stile.desk;

import io.stile.request.JournalKind;
import java.time.Instant;

/**
 * One thing that happened to a request, in words.
 *
 * @param id   of its entry in the journal; grows with time
 * @param who  name of who did it, or null if the platform did
 * @param what what happened, without its subject
 * @param said the words that somebody left with it, or null
 */
public record StoryLine(long id, Instant at, JournalKind kind, String who, String what, String said) {

  /** Who or what the sentence is about, as far as it does not say so itself; may be empty. */
  public String subject() {
    return who != null ? who : Character.isLowerCase(what.charAt(0)) ? "Stile" : "";
  }

  /** Whether it is a note among colleagues. */
  public boolean isNote() {
    return kind == JournalKind.NOTE;
  }

  /** The sign of what the platform did, a name of {@code icons.txt}. */
  public String icon() {
    return switch (kind) {
      case TASK_LATE, PROMISE_AT_RISK, PROMISE_BROKEN -> "alert-triangle";
      case TASK_WARNED -> "hourglass";
      case TOLD -> "bell";
      case CLOSED, PROMISE_KEPT, PROMISE_DROPPED -> "circle-check";
      case TASK_CANCELLED -> "ban";
      default -> "arrow-right";
    };
  }
}
