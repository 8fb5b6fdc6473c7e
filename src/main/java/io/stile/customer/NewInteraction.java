package io.stile.customer;

/**
 * A contact to be kept, as of now.
 *
 * @param customer id of the customer
 * @param requestNumber the request it was about; null if none
 * @param employee sign-in name of who spoke with the customer; null if nobody did
 * @param said what was said, plain text, at most {@value #MAX_LENGTH} characters
 */
public record NewInteraction(long customer, String requestNumber, Interaction.Channel channel,
    Interaction.Direction direction, String employee, String said) {

  /** The most that can be said in one contact, in characters. */
  public static final int MAX_LENGTH = 20_000;

  /** The same, about another request. */
  public NewInteraction about(String request) {
    return new NewInteraction(customer, request, channel, direction, employee, said);
  }
}
