package io.stile.work;

import java.time.Instant;

/**
 * The customer got in touch while a task of his request waits for somebody else.
 *
 * @param tell    sign-in name of who works on it: the assignee, or who set it to wait while nobody has claimed it
 * @param contact id of the interaction
 */
public record ContactDuringWait(long task, String name, String request, String tell, long contact, Instant at) {}
