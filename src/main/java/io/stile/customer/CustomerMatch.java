package io.stile.customer;

/**
 * A customer who may be the one that is looked for.
 *
 * @param matchedOn what of the customer matched, for people: "phone +49 30 12345"
 */
public record CustomerMatch(Customer customer, Certainty certainty, String matchedOn) {

  /** Whether what was typed is exactly what the customer has. Several can be sure at once: then there is a choice to make. */
  public enum Certainty {
    /** Name, phone, e-mail or contract number are exactly as typed (in another way of writing, perhaps). */
    SURE,
    /** Only a part of it, or something similar; never to be selected by itself. */
    MAYBE
  }

  public boolean isSure() {
    return certainty == Certainty.SURE;
  }
}
