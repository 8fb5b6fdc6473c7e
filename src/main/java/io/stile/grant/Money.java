package io.stile.grant;

import java.math.BigDecimal;

/**
 * An exact amount.
 *
 * @param minorUnits hundredths of the currency (cents); never a fraction
 * @param currency   ISO 4217, for example {@code EUR}
 */
public record Money(long minorUnits, String currency) {

  /** The amount as people read it: {@code 12.50 EUR}. */
  @Override
  public String toString() {
    return BigDecimal.valueOf(minorUnits, 2).toPlainString() + " " + currency;
  }
}
