package io.stile.conversation;

import io.stile.customer.Interaction.Channel;
import io.stile.work.StepTarget.Target;

/**
 * A conversation with a customer that is to be passed on before anybody knows which request it leads to.
 *
 * @param customer id of the customer
 * @param channel  how the customer reached us
 * @param said     what the customer says, in his own words
 * @param to       an employee or a department, on duty now
 * @param words    what a colleague should know besides before he speaks; may be empty
 * @param by       sign-in name of who has the customer on the line
 */
public record NewConversation(long customer, Channel channel, String said, Target to, String words, String by) {}
