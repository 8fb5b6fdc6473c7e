package io.stile.desk.web;

import io.stile.customer.Contract;
import io.stile.customer.PhoneNumbers;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/** A contract in words; what is not known says so, because the front office clarifies it then. */
record ContractLine(String number, String since, String handset, String toPay, String phone) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final String UNKNOWN = "not known";

  static ContractLine of(Contract contract, PhoneNumbers phones) {
    return new ContractLine(contract.number(),
        contract.since() == null ? UNKNOWN : DAY.format(contract.since()),
        contract.deviceClass() == null ? UNKNOWN : contract.deviceClass().name().toLowerCase(Locale.ROOT),
        contract.openBalanceCents() == null ? UNKNOWN : money(contract.openBalanceCents(), contract.currency()),
        contract.phoneNumber() == null ? null : phones.written(contract.phoneNumber()));
  }

  /** @param minor in minor units, for example cents */
  private static String money(long minor, String currency) {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return String.format(Locale.ENGLISH, "%,." + digits + "f %s", BigDecimal.valueOf(minor, digits), currency);
  }
}
