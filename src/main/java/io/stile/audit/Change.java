package io.stile.audit;

/**
 * One thing that was changed, in words for people. Never a password, nor its hash.
 *
 * @param what what it is called on the page where it was changed
 * @param before as it was; null if it was not there
 * @param after as it is since then; null if it is no longer there
 */
public record Change(String what, String before, String after) {
}
