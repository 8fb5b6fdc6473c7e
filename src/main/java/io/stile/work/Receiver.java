package io.stile.work;

/**
 * Who a step is for.
 *
 * @param department key of the department whose queue it lies in, or null if it is for one person
 * @param role       the role word of the model, or null if the model names the department
 * @param assignee   sign-in name of the person that the role word means, or null for a whole department
 * @param calendar   key of the calendar that the step's target counts in
 */
record Receiver(String department, String role, String assignee, String calendar) {}
