package io.stile.customer;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers: finding, adding and changing them. */
@Service
public class Customers {

  private final CustomerTables tables;
  private final CustomerSearch search;
  private final CustomerCheck check;
  private final Clock clock;

  Customers(CustomerTables tables, CustomerSearch search, CustomerCheck check, Clock clock) {
    this.tables = tables;
    this.search = search;
    this.check = check;
    this.clock = clock;
  }

  /**
   * Customers that what was typed can mean: name, phone in any way of writing, e-mail or contract number; also a part
   * of it, and misspelt. The sure ones come first, then the most similar. Nothing typed finds nobody.
   *
   * @param limit the most to return, 1 to 100
   */
  @Transactional(readOnly = true)
  public List<CustomerMatch> find(String typed, int limit) {
    if (limit < 1 || limit > 100) {
      throw new IllegalArgumentException("limit %d: expected 1 to 100".formatted(limit));
    }
    return search.find(typed, limit);
  }

  public Optional<Customer> byId(long id) {
    return tables.byId(id);
  }

  /** The one customer that stands for the house itself: its requests are those of colleagues. No search finds it. */
  @Transactional
  public Customer house() {
    return tables.house(clock.instant());
  }

  /** Whether a customer stands for the house itself. */
  public boolean isHouse(long id) {
    return tables.isHouse(id);
  }

  /** @throws InvalidCustomer if a field does not hold what it must */
  @Transactional
  public Customer add(NewCustomer typed) {
    return tables.insert(check.checked(typed), clock.instant());
  }

  /**
   * Replaces what is known of a customer.
   *
   * @param version the one that was read
   * @throws InvalidCustomer if a field does not hold what it must
   * @throws CustomerChangedMeanwhile if it is not the present version any more
   * @throws CustomerUnknown if there is no such customer
   */
  @Transactional
  public Customer update(long id, int version, NewCustomer typed) {
    NewCustomer checked = check.checked(typed);
    return tables.update(id, version, checked).orElseThrow(() -> tables.byId(id).isPresent()
        ? new CustomerChangedMeanwhile(id, version) : new CustomerUnknown(id));
  }

  /** The customer's contracts, oldest first; those whose start is unknown last. */
  public List<Contract> contractsOf(long customer) {
    return tables.contractsOf(customer);
  }

  public Optional<Contract> contract(String number) {
    return tables.contract(number);
  }

  /**
   * @param typed its phone number in any way of writing
   * @throws InvalidCustomer if a field does not hold what it must
   * @throws CustomerUnknown if there is no such customer
   */
  @Transactional
  public Contract add(Contract typed) {
    if (tables.byId(typed.customer()).isEmpty()) {
      throw new CustomerUnknown(typed.customer());
    }
    return tables.insert(check.checked(typed));
  }
}
