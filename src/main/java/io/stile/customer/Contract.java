package io.stile.customer;

import java.time.LocalDate;

/**
 * What a customer has agreed with the company. Facts can be unknown (null): the front office clarifies them then.
 *
 * @param number for example {@code C-204417}; one to three capital letters, a hyphen, four to twelve digits
 * @param customer id of the customer
 * @param since the first day
 * @param openBalanceCents what the customer owes, in minor units of the currency; negative is a credit
 * @param currency ISO 4217, for example {@code EUR}
 * @param phoneNumber the number that the contract gives the customer, in E.164
 */
public record Contract(String number, long customer, LocalDate since, Long openBalanceCents, String currency,
    DeviceClass deviceClass, String phoneNumber) {

  /** Whether everything is known that a decision about the contract asks for. */
  public boolean factsKnown() {
    return since != null && openBalanceCents != null && deviceClass != null;
  }
}
