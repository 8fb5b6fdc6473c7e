package io.stile.work;

import java.time.Instant;

/**
 * A task was returned, the return was answered, or it was decided who does the task.
 *
 * @param id    of the return
 * @param name  of the task
 * @param tell  sign-in name of who is to know it
 * @param what  what happened, a word; with the id it names this event
 * @param text  what he is told
 */
public record TaskReturned(long id, long task, String name, String request, String tell, String what, String text,
                           Instant at) {}
