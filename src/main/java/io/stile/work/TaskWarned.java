package io.stile.work;

import java.time.Instant;

/** A task is running out of time. {@code tell} is the assignee, or the queue's lead while nobody has claimed it. */
public record TaskWarned(long task, String name, String request, String tell, Instant dueAt, Instant at) {}
