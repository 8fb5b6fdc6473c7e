package io.stile.work;

/**
 * What lies in the queue of a department.
 *
 * @param department its key; {@code none} for tasks that are meant for a person
 * @param open       tasks that nobody has claimed and that do not wait
 * @param claimed    tasks that somebody does and that do not wait
 * @param late       those of both that are past their due instant
 * @param waiting    tasks that wait for the customer or for a third party
 */
public record QueueStanding(String department, int open, int claimed, int late, int waiting) {}
