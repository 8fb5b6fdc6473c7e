package io.stile.request;

import io.stile.customer.Contract;
import io.stile.customer.Customers;
import io.stile.organisation.Organisation;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What is known about a request that conditions and decisions of its model may read, whether it reads it now or not. */
@Service
public class KnownFacts {

  private final Customers customers;
  private final Organisation organisation;
  private final Answers answers;

  KnownFacts(Customers customers, Organisation organisation, Answers answers) {
    this.customers = customers;
    this.organisation = organisation;
    this.answers = answers;
  }

  /**
   * The facts that the platform provides, as of the opening, and what was answered last to each field of its forms. A name that
   * was never asked for is missing.
   */
  public Map<String, Object> of(Request request) {
    Contract contract = request.contract() == null ? null : customers.contract(request.contract()).orElse(null);
    Map<String, Object> facts = new LinkedHashMap<>(RequestFacts.of(customers.byId(request.customer()).orElseThrow(), contract,
        organisation.employee(request.opener()).orElseThrow(), request.openedAt()));
    facts.putAll(answers.latest(request.number().value()));
    return facts;
  }

  /** The names that {@link #of} has a value for, or null because nobody answered, for each of some requests. */
  public Map<String, Set<String>> names(Collection<String> requests) {
    Map<String, Set<String>> asked = answers.asked(requests);
    return requests.stream().collect(Collectors.toMap(request -> request, request -> {
      Set<String> names = new HashSet<>(RequestFacts.NAMES);
      names.addAll(asked.getOrDefault(request, Set.of()));
      return names;
    }));
  }
}
