package io.stile.work;

/** A line of the work list: the task and what a person needs to choose it. */
public record QueueItem(Task task, String customerName, String typeName, String owner) {}
