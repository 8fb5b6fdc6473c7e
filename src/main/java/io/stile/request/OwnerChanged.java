package io.stile.request;

import java.time.Instant;

/** Somebody else became accountable for a request. */
public record OwnerChanged(String number, String from, String to, String by, String reason, Instant at) {}
