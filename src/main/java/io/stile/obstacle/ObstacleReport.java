package io.stile.obstacle;

import java.time.Instant;

/**
 * That an obstacle stopped somebody once.
 *
 * @param reporter sign-in name
 * @param about    number of the customer's request that he could not serve, or null
 */
public record ObstacleReport(String reporter, String words, String about, Instant at) {
}
