package io.stile.customer;

import static java.util.stream.Collectors.toMap;

import io.stile.customer.CustomerMatch.Certainty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Finds customers by one field: looks at everything that what was typed can be, and puts the surest first. */
@Component
class CustomerSearch {

  /** @param score 0 to 1, only to be compared among hits that are not sure */
  record Hit(long customer, Certainty certainty, String matchedOn, double score) {
  }

  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparing(Hit::certainty).thenComparing(Comparator.comparingDouble(Hit::score).reversed());

  private final CustomerTables customers;
  private final PhoneNumbers phones;
  private final List<CustomerHits> sources;

  CustomerSearch(CustomerTables customers, PhoneNumbers phones, List<CustomerHits> sources) {
    this.customers = customers;
    this.phones = phones;
    this.sources = sources;
  }

  List<CustomerMatch> find(String text, int limit) {
    Typed typed = Typed.of(text, phones);
    if (typed.text().isEmpty()) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>();
    sources.forEach(source -> hits.addAll(source.find(typed, limit)));
    return matches(bestOfEach(hits), limit);
  }

  private static List<Hit> bestOfEach(List<Hit> hits) {
    Map<Long, Hit> best = new LinkedHashMap<>();
    hits.stream().sorted(BEST_FIRST).forEach(hit -> best.putIfAbsent(hit.customer(), hit));
    return List.copyOf(best.values());
  }

  private List<CustomerMatch> matches(List<Hit> hits, int limit) {
    Map<Long, Customer> found = customers.byIds(hits.stream().map(Hit::customer).toList()).stream()
        .collect(toMap(Customer::id, Function.identity()));
    return hits.stream().filter(hit -> found.containsKey(hit.customer()))
        .sorted(BEST_FIRST.thenComparing(hit -> found.get(hit.customer()).name()).thenComparing(Hit::customer))
        .limit(limit)
        .map(hit -> new CustomerMatch(found.get(hit.customer()), hit.certainty(), hit.matchedOn()))
        .toList();
  }
}
