package io.stile.desk.web;

/**
 * Whether the viewer can take a completed task back.
 *
 * @param whyNot what stands in the way, in words; null if nothing does
 */
record TakeBackOffer(String whyNot) {}
