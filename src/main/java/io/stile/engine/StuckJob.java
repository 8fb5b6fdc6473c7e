package io.stile.engine;

import java.time.Instant;

/**
 * Something that the engine was to do by itself, a timer or a step of a model, and has given up after all of its tries.
 *
 * @param id         the engine's own name for it; opaque
 * @param caseKey    what it belongs to; null if to nothing, for example the engine's own housekeeping
 * @param process    id of the process, or null
 * @param element    id of the element of the model at which it is stuck, or null
 * @param name       label of that element; its id if it has none, null without an element
 * @param lastTry    when it was to be tried for the last time
 * @param error      why the last try failed, in the words of whatever failed; null if unknown
 */
public record StuckJob(String id, CaseKey caseKey, String process, String element, String name, Instant lastTry, String error) {}
