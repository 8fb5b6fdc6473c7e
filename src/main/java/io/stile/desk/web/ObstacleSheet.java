package io.stile.desk.web;

import io.stile.obstacle.Obstacle;
import java.time.Instant;
import java.util.List;

/** How much an obstacle weighs, and whom it stopped. */
record ObstacleSheet(Obstacle obstacle, List<Line> lines) {

  /**
   * That it stopped somebody once.
   *
   * @param who   name of the reporter
   * @param about number of the customer's request that he could not serve, or null
   */
  record Line(String who, String words, String about, Instant at) {}
}
