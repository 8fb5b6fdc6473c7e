package io.stile.grant;

/**
 * More was granted on people's own authority than the limits allow.
 *
 * @param request number of the request; null if it is about a customer's whole month
 * @param what    the request, or the customer and month
 * @param granted the sum
 * @param limit   the most that the one with the largest authority among the grantors may grant
 */
public record Overrun(String request, String what, Money granted, Money limit) {}
