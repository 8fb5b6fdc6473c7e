package io.stile.obstacle;

import java.util.Locale;

/** What can stop somebody from serving. */
public enum ObstacleKind {
  /** Customers get lost in it before they reach anybody. */
  PHONE_MENU("The phone menu"),
  /** A program, a device, a form. */
  TOOL("A tool or a program"),
  /** Something that must be done so, or must not be done. */
  RULE("A rule"),
  /** A department that does not answer. */
  GROUP("A group that nobody reaches"),
  /** Anything else. */
  OTHER("Something else");

  private final String label;

  ObstacleKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The word in forms and in the interface for programs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
