package io.stile.request;

/**
 * What a list of requests is narrowed to; null narrows nothing.
 *
 * @param state    where they stand
 * @param owner    sign-in name of the employee who is accountable
 * @param customer id of the customer
 * @param type     key of the request type
 * @param text     a request number, a contract number, or at least three characters of the customer's name, of his words or of
 *                 a reference that is kept with a task
 */
public record RequestFilter(Request.State state, String owner, Long customer, String type, String text) {}
