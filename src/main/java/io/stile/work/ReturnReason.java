package io.stile.work;

import java.time.Instant;

/**
 * Why a task can be returned.
 *
 * @param key       names the reason
 * @param label     in a few words; 1 to 100 characters
 * @param retiredAt since when nobody can choose it any more, or null
 * @param used      how often a task was returned for it
 */
public record ReturnReason(String key, String label, Instant retiredAt, int used) {

  /** Whether it can be chosen. */
  public boolean isOffered() {
    return retiredAt == null;
  }
}
