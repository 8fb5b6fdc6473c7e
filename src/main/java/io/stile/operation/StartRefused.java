package io.stile.operation;

import java.util.List;

/** Why Stile does not start in production, and what somebody can do about it; told without a stack trace. */
final class StartRefused extends RuntimeException {

  private final String action;

  private StartRefused(String description, String action, Throwable cause) {
    super(description, cause);
    this.action = action;
  }

  /**
   * @param what what is wrong with, as the beginning of a sentence: {@code The PostgreSQL of SPRING_DATASOURCE_URL}
   * @param problems one or more, each a line or several
   * @param action what somebody can do about it, as an imperative
   */
  static StartRefused because(String what, List<String> problems, String action, Throwable cause) {
    return new StartRefused(what + ":\n\n" + String.join("\n", problems.stream().map(StartRefused::item).toList()), action, cause);
  }

  private static String item(String problem) {
    return "  * " + problem.strip().replace("\n", "\n    ");
  }

  String action() {
    return action;
  }
}
