package io.stile.desk;

import io.stile.customer.Contract;
import io.stile.customer.Customer;
import io.stile.request.Request;
import java.util.List;

/**
 * Everything that somebody needs who has this customer in front of him.
 *
 * @param open     the open requests, the newest first
 * @param ended    closed and withdrawn requests, the newest first
 * @param contacts the latest contacts, newest first
 * @param more     whether there are older contacts than these
 */
public record CustomerOverview(Customer customer, List<Contract> contracts, List<OpenRequest> open, List<Request> ended,
                               List<ContactView> contacts, boolean more) {
}
