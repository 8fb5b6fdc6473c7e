package io.stile.obstacle;

import java.time.Instant;
import java.util.List;

/**
 * Whoever owns an obstacle has said what comes of it.
 *
 * @param obstacle  number of the request that it is
 * @param reporters sign-in names of those who reported it, without the one who answered
 */
public record ObstacleAnswered(String obstacle, String answer, List<String> reporters, Instant at) {
}
