package io.stile.engine;

import java.time.Instant;

/**
 * That something was published.
 *
 * @param name   id of the process, or of the decision table that stands alone
 * @param number 1 for the first version of that name
 * @param at     when
 */
public record PublishedVersion(String name, ModelVersion version, int number, Instant at) {}
