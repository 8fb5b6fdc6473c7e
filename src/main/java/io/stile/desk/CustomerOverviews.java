package io.stile.desk;

import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.Interaction;
import io.stile.customer.Interactions;
import io.stile.organisation.Organisation;
import io.stile.request.Request;
import io.stile.request.Requests;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is known of a customer. */
@Service
public class CustomerOverviews {

  private static final int MOST_REQUESTS = 200;
  private static final int MOST_CONTACTS = 50;

  private final Customers customers;
  private final Requests requests;
  private final OpenRequests openRequests;
  private final Interactions interactions;
  private final Organisation organisation;

  CustomerOverviews(Customers customers, Requests requests, OpenRequests openRequests, Interactions interactions,
      Organisation organisation) {
    this.customers = customers;
    this.requests = requests;
    this.openRequests = openRequests;
    this.interactions = interactions;
    this.organisation = organisation;
  }

  /** The customer of that id with everything about him, empty if there is none. */
  @Transactional(readOnly = true)
  public Optional<CustomerOverview> of(long customer) {
    return customers.byId(customer).map(this::read);
  }

  private CustomerOverview read(Customer customer) {
    Names names = new Names(organisation);
    List<Request> all = requests.ofCustomer(customer.id(), MOST_REQUESTS);
    List<Interaction> latest = interactions.of(customer.id(), MOST_CONTACTS + 1);
    return new CustomerOverview(customer, customers.contractsOf(customer.id()),
        openRequests.read(all),
        all.stream().filter(request -> !request.isOpen()).toList(),
        latest.stream().limit(MOST_CONTACTS)
            .map(contact -> new ContactView(contact, names.employee(contact.employee()))).toList(),
        latest.size() > MOST_CONTACTS);
  }
}
