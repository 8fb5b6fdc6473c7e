package io.stile.handover;

/**
 * Who takes over what somebody leaves: one employee, or the least loaded available members of a department.
 *
 * @param employee   sign-in name; null for a department
 * @param department key; null for one employee
 * @param anyway     whether also somebody who is absent or not at work may be given it
 * @param reason     why it moves; at most 2,000 characters
 */
public record Successors(String employee, String department, boolean anyway, String reason) {}
