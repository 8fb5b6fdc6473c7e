package io.stile.request;

import java.time.Instant;

/**
 * That two requests belong together.
 *
 * @param earlier number of the one that was opened first
 * @param later   number of the other one
 * @param by      sign-in name of who linked them
 */
public record RequestLink(long id, String earlier, String later, LinkKind kind, Instant at, String by) {

  /** The other one, seen from one of them. */
  public String other(String number) {
    return number.equals(earlier) ? later : earlier;
  }

  /** What the other one is, seen from one of them, in words: "its follow-up". */
  public String words(String number) {
    return switch (kind) {
      case RELATED -> "related";
      case SAME_MATTER -> "about the same matter";
      case FOLLOW_UP -> number.equals(earlier) ? "its follow-up" : "which this one follows up";
    };
  }
}
