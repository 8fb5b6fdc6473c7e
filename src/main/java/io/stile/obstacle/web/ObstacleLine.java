package io.stile.obstacle.web;

import io.stile.obstacle.Obstacle;

/**
 * An obstacle as a list shows it.
 *
 * @param owner name of who owes an answer
 * @param group name of the department that nobody reaches, or null
 */
record ObstacleLine(Obstacle obstacle, String owner, String group) {

  /** How many it stops how often, in words. */
  public String weight() {
    int people = obstacle.reporters();
    int times = obstacle.reports();
    return "%d %s, %d %s".formatted(people, people == 1 ? "person" : "people", times, times == 1 ? "time" : "times");
  }

  /** What kind it is; for a group, which. */
  public String kind() {
    return group == null ? obstacle.kind().label() : group + " is not reached";
  }
}
