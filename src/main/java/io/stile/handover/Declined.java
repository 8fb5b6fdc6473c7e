package io.stile.handover;

/**
 * Why somebody does not take a request over, and who would be better.
 *
 * @param department key of the better department; null for none
 * @param employee   sign-in name of the better employee; null for none
 */
record Declined(String reason, String department, String employee) {}
