package io.stile.consistency;

/**
 * What one check came to.
 *
 * @param name     names the check, in kebab-case
 * @param expects  what should hold, in a sentence
 * @param compared how many things were looked at
 * @param findings how many of them do not agree
 */
public record CheckResult(String name, String expects, long compared, long findings) {}
