package io.stile.obstacle;

/**
 * What somebody reports.
 *
 * @param what       what stops him, in his words
 * @param department key of the group that he does not reach; needed for {@link ObstacleKind#GROUP}, null for every other
 * @param about      number of the customer's request that he cannot serve because of it, or null
 */
public record NewObstacle(ObstacleKind kind, String what, String department, String about) {
}
