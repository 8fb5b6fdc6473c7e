package io.stile.desk.web;

/**
 * A task in a list.
 *
 * @param left      its time, or null if it has no target
 * @param customer  name
 * @param owner     name of who owns the request
 * @param assignee  name of who has it, or null
 * @param mine      whether the viewer has it
 * @param claimable whether the viewer can claim it
 * @param givable   whether the viewer can give it to somebody
 */
record WorkLine(long id, String name, TimeLeft left, String type, String request, String customer, String owner,
                String assignee, boolean mine, boolean claimable, boolean givable) {}
