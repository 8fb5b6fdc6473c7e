package io.stile.web;

/**
 * Somebody whom the demonstration offers to sign in as.
 *
 * @param description what he does, in a few words: "Front office, takes calls"
 */
public record SignInHint(String signIn, String description) {}
