package io.stile.work;

import java.time.Instant;

/** A task was set to wait: whatever was to be told about its running out of time does not hold any more. */
public record TaskWaits(long task, String request, Instant at) {}
