package io.stile.desk.web;

import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import java.util.List;

/**
 * What the page of a request shows about handing it over.
 *
 * @param mayOffer    whether the reader can offer it to somebody now
 * @param open        the open offer; null if there is none
 * @param news        the last offer, if nobody took it and the reader has not put that aside; else null
 * @param departments to which it can be offered, by name
 * @param employees   to whom it can be offered, by name
 */
record OfferSheet(boolean mayOffer, Offer open, Offer news, List<Department> departments, List<Employee> employees) {}
