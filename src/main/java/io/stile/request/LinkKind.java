package io.stile.request;

import java.util.Locale;

/** How two requests belong together. */
public enum LinkKind {
  /** They have to do with each other. */
  RELATED("related"),
  /** They are about one and the same; each is worked on all the same. */
  SAME_MATTER("about the same matter"),
  /** The later one goes on where the earlier one ended. */
  FOLLOW_UP("follow-up");

  private final String label;

  LinkKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The word that the interface for programs uses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
