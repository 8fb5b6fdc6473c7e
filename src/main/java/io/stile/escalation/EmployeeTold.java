package io.stile.escalation;

import java.time.Instant;

/**
 * An employee is to be told that a task is late.
 *
 * @param employee sign-in name of who is told
 * @param task     id of the late task
 * @param rung     the rung of the ladder; with the task it names what happened
 */
public record EmployeeTold(String request, String employee, long task, String rung, String text, Instant at) {}
