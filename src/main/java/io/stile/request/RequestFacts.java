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
import java.util.Set;

/**
 * The facts that the platform provides to conditions and decisions: {@code customerTier}, {@code openerRole},
 * {@code contractMonths} (full months since the contract began), {@code openBalanceCents} (minor units) and
 * {@code deviceClass}. What is not known is null.
 */
final class RequestFacts {

  private static final String TIER = "customerTier";
  private static final String ROLE = "openerRole";
  private static final String MONTHS = "contractMonths";
  private static final String BALANCE = "openBalanceCents";
  private static final String DEVICE = "deviceClass";
  static final Set<String> NAMES = Set.of(TIER, ROLE, MONTHS, BALANCE, DEVICE);

  private RequestFacts() {}

  static Map<String, Object> of(Customer customer, Contract contract, Employee opener, Instant at) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(TIER, word(customer.tier()));
    facts.put(ROLE, opener.authority());
    facts.put(MONTHS, contract == null ? null : months(contract.since(), at, opener.zone()));
    facts.put(BALANCE, contract == null ? null : contract.openBalanceCents());
    facts.put(DEVICE, contract == null ? null : word(contract.deviceClass()));
    return facts;
  }

  private static Long months(LocalDate since, Instant at, ZoneId zone) {
    return since == null ? null : ChronoUnit.MONTHS.between(since, at.atZone(zone).toLocalDate());
  }

  private static String word(Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
