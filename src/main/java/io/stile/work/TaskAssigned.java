package io.stile.work;

import java.time.Instant;

/**
 * A task was given to somebody who did not take it himself.
 *
 * @param employee sign-in name of the new assignee
 * @param by       sign-in name of who gave it, or null if the platform did
 * @param version  the version of the task after the change; with its id it names this assignment
 */
public record TaskAssigned(long task, String name, String request, String employee, String by, int version,
                           Instant at) {}
