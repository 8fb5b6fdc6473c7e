package io.stile.customer.web;

import io.stile.customer.Customer;
import io.stile.customer.CustomerMatch;
import io.stile.customer.Customers;
import io.stile.customer.NewCustomer;
import io.stile.customer.Tier;
import io.stile.web.Part;
import io.stile.web.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers for programs. */
@RestController
@RequestMapping("/api/v1/customers")
@PreAuthorize("hasRole('EMPLOYEE')")
class CustomersResource {

  private final Customers customers;

  CustomersResource(Customers customers) {
    this.customers = customers;
  }

  /**
   * A customer that was found.
   *
   * @param id names the customer
   * @param name of the person or organisation
   * @param phone in E.164; null if unknown
   * @param email null if unknown
   * @param tier {@code standard} or {@code gold}
   * @param version counts the changes
   * @param certainty {@code sure} or {@code maybe}: how well he matches what was asked for; null if nothing was
   */
  record CustomerLine(long id, String name, String phone, String email, String tier, int version, String certainty) {

    static CustomerLine of(Customer customer, String certainty) {
      return new CustomerLine(customer.id(), customer.name(), customer.phone(), customer.email(),
          customer.tier().name().toLowerCase(Locale.ROOT), customer.version(), certainty);
    }

    static CustomerLine of(CustomerMatch match) {
      return of(match.customer(), match.certainty().name().toLowerCase(Locale.ROOT));
    }
  }

  /**
   * What is known of a new customer; only the name is required.
   *
   * @param name of the person or organisation
   * @param phone in any way of writing
   * @param email an address, or left out
   * @param tier {@code standard} or {@code gold}; {@code standard} if it is left out
   */
  record NewLine(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name, String phone, String email, String tier) {}

  /**
   * Customers that the text can mean, the surest first; nobody without a text.
   *
   * @param q name, also misspelt, phone in any way of writing, e-mail or contract number
   * @param limit how many at most, from 1; up to 100 come at once
   */
  @GetMapping
  Part<CustomerLine> find(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "20") int limit) {
    return Part.whole(customers.find(q, Part.most(limit, 100)).stream().map(CustomerLine::of).toList());
  }

  /** Adds a customer. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<CustomerLine> add(@RequestBody NewLine typed) {
    Customer added = customers.add(new NewCustomer(typed.name(), typed.phone(), typed.email(), Words.parse("tier", Tier.class, typed.tier())));
    return ResponseEntity.created(URI.create("/api/v1/customers/" + added.id())).body(CustomerLine.of(added, null));
  }
}
