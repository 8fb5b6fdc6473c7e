package io.stile.request;

import io.stile.customer.Interaction.Channel;
import java.util.Map;

/**
 * What is needed to open a request.
 *
 * @param type         key of the request type
 * @param customer     id of the customer
 * @param opener       sign-in name of the employee who opens it
 * @param channel      how the customer reached us
 * @param told         the customer's own words; may be empty
 * @param verification how the caller was verified, or null
 * @param answers      the answers to the start form, by field
 * @param interaction  id of the interaction from which it comes, or null for a contact that is logged with it
 * @param owner        sign-in name of who owns it, or null for whom the policy of the type says
 */
public record Opening(String type, long customer, String opener, Channel channel, String told,
                      Verification verification, Map<String, Object> answers, Long interaction, String owner) {

  /** A request whose owner the policy of its type says. */
  public Opening(String type, long customer, String opener, Channel channel, String told, Verification verification,
      Map<String, Object> answers, Long interaction) {
    this(type, customer, opener, channel, told, verification, answers, interaction, null);
  }

  /** A request that comes from a contact of its own. */
  public Opening(String type, long customer, String opener, Channel channel, String told, Verification verification,
      Map<String, Object> answers) {
    this(type, customer, opener, channel, told, verification, answers, null);
  }
}
