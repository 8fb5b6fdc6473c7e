package io.stile.catalogue;

import java.time.Instant;

/**
 * A version of a model was published.
 *
 * @param model  id of its process, or of the decision table that stands alone
 * @param number of the version
 * @param author sign-in name; null when the program brought it
 */
public record ModelPublished(String model, int number, Publication.Source source, String author, Instant at) {}
