package io.stile.request;

import io.stile.customer.Contract;
import io.stile.customer.Customer;
import io.stile.organisation.Employee;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The facts that the platform provides to conditions and decisions: {@code customerTier}, {@code openerRole},
 * {@code contractMonths} (full months since the contract began), {@code openBalanceCents} (minor units) and
 * {@code deviceClass}. What is not known is null.
 */
final class RequestFacts {

  private RequestFacts() {}

  static Map<String, Object> of(Customer customer, Contract contract, Employee opener, Instant at) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("customerTier", word(customer.tier()));
    facts.put("openerRole", opener.authority());
    facts.put("contractMonths", contract == null ? null : months(contract.since(), at, opener.zone()));
    facts.put("openBalanceCents", contract == null ? null : contract.openBalanceCents());
    facts.put("deviceClass", contract == null ? null : word(contract.deviceClass()));
    return facts;
  }

  private static Long months(LocalDate since, Instant at, ZoneId zone) {
    return since == null ? null : ChronoUnit.MONTHS.between(since, at.atZone(zone).toLocalDate());
  }

  private static String word(Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
