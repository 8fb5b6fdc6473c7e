package io.stile.work;

/**
 * What lies in the queue of a department.
 *
 * @param department its key; {@code none} for tasks that are meant for a person
 * @param open       tasks that nobody has claimed
 * @param claimed    tasks that somebody does
 * @param late       those of both that are past their due instant
 */
public record QueueStanding(String department, int open, int claimed, int late) {}
