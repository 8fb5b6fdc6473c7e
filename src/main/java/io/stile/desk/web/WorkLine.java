package io.stile.desk.web;

import io.stile.desk.ClockView;
import io.stile.work.Waiting;

/**
 * A task in a list.
 *
 * @param clock     its clock, or null if it has no target
 * @param waiting   that it waits, or null if it does not
 * @param customer  name
 * @param owner     name of who owns the request
 * @param assignee  name of who has it, or null
 * @param mine      whether the viewer has it
 * @param claimable whether the viewer can claim it
 * @param givable   whether the viewer can give it to somebody
 * @param returned  that it was returned, or is to be decided about, in a few words; or null
 * @param standsIn  whose it is, if the viewer stands in for him now; or null
 */
record WorkLine(long id, String name, ClockView clock, Waiting waiting, String type, String request, String customer, String owner,
                String assignee, boolean mine, boolean claimable, boolean givable, String returned, StandsIn standsIn) {}
