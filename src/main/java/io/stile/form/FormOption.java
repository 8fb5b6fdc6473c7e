package io.stile.form;

/**
 * One of the values to choose from.
 *
 * @param label what the person reads
 * @param value String, Boolean, Long or Double
 */
public record FormOption(String label, Object value) {}
