package io.stile.work;

import java.time.Instant;

/**
 * A task is over, in the transaction in which it ends: it was completed, or is not needed any more.
 *
 * @param state {@code DONE} or {@code CANCELLED}
 */
public record TaskEnded(long task, String name, String request, Task.State state, Instant at) {}
