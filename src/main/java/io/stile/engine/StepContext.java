package io.stile.engine;

import java.time.Instant;

/**
 * A step for people that begins in a running process.
 *
 * @param caseKey the case that it is for
 * @param model   the version that runs
 * @param process id of the process
 * @param step    the step as drawn
 * @param subject what a protocol is about: the late task of an escalation, the promise that is watched; else null
 * @param again   the completed step that begins again because its completion was taken back; else null
 * @param at      when it begins
 */
public record StepContext(CaseKey caseKey, ModelVersion model, String process, ModelStep step, String subject,
                          StepId again, Instant at) {}
