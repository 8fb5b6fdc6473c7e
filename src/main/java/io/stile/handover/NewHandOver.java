package io.stile.handover;

/**
 * What is asked for when a request is to be offered: exactly one of department and employee is given.
 *
 * @param request    number of the request
 * @param department key; null or empty for one employee
 * @param employee   sign-in name; null or empty for a department
 * @param reason     why; 1 to 2,000 characters
 * @param left       what is left to do; null or up to 2,000 characters
 * @param by         sign-in name of who offers it
 */
public record NewHandOver(String request, String department, String employee, String reason, String left, String by) {}
