package io.stile.desk.web;

import io.stile.catalogue.FormLine;
import io.stile.customer.Contract;
import io.stile.customer.Customer;
import io.stile.request.Request;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What somebody who does a task need not ask the customer again.
 *
 * @param contract  the contract that the request is about, or null
 * @param opener    name of who heard the customer's words
 * @param owner     name of who is accountable
 * @param contacts  what was said since, oldest first
 * @param results   what earlier steps found, oldest first
 * @param notes     words among colleagues, newest first
 * @param happened  the latest that happened, newest first
 */
record TaskStory(Request request, Customer customer, Contract contract, String opener, String owner,
                 List<Contact> contacts, List<StepResult> results, List<Told> notes, List<Told> happened) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  /** One contact: {@code way} says how and in which direction, {@code by} who spoke with the customer, or null. */
  record Contact(String way, String by, Instant at, String said) {}

  /** What was answered at a step. */
  record StepResult(String step, String by, Instant at, List<FormLine> lines) {}

  /** Something that happened; {@code by} is null if the platform did it. */
  record Told(long id, String by, Instant at, String text) {}

  /** Since when the contract runs, in words. */
  public String since() {
    return contract == null || contract.since() == null ? "not known" : DAY.format(contract.since());
  }

  /** What the customer owes on the contract, in words: {@code 12.50 EUR}. */
  public String balance() {
    return contract == null || contract.openBalanceCents() == null ? "not known"
        : BigDecimal.valueOf(contract.openBalanceCents(), 2) + " " + contract.currency();
  }

  /** The last entry of the journal that is shown, so that a later answer can tell what came after it; 0 for none. */
  public long seen() {
    return happened.stream().mapToLong(Told::id).max().orElse(0);
  }
}
