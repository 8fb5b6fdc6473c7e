package io.stile.form;

/**
 * One answer for people to read.
 *
 * @param label the field's label
 * @param value plain text; labels of options instead of their values, yes or no, dates written out
 */
public record FormLine(String label, String value) {}
