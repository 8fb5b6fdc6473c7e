package io.stile.work;

import java.time.Instant;

/**
 * The target of a task has run out.
 *
 * @param department key of its department, or null if it is for one person
 * @param assignee   sign-in name, or null
 */
public record TaskLate(long task, String name, String request, String department, String assignee, Instant dueAt,
                       Instant at) {}
