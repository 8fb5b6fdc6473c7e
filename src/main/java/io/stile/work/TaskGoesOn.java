package io.stile.work;

import java.time.Instant;

/**
 * The wait of a task ended by itself.
 *
 * @param tell sign-in name of who works on it: the assignee, or who set it to wait while nobody has claimed it
 * @param why  what ended the wait, as a sentence without its full stop: "its review date has come"
 * @param at   when it went on; with the id of the task it names this end
 */
public record TaskGoesOn(long task, String name, String request, String tell, String why, Instant at) {}
