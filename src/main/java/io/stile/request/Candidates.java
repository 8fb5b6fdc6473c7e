package io.stile.request;

import io.stile.organisation.Duty;
import io.stile.organisation.Employee;
import io.stile.organisation.OnDuty;
import io.stile.organisation.Organisation;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Finds the colleagues to whom something can be given, the best first: however many there are, a few are enough to choose from. */
@Service
public class Candidates {

  private final Organisation organisation;
  private final Duty duty;
  private final RequestTable requests;
  private final Clock clock;

  Candidates(Organisation organisation, Duty duty, RequestTable requests, Clock clock) {
    this.organisation = organisation;
    this.duty = duty;
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * Who is looked for.
   *
   * @param typed  a piece of a name or sign-in name; may be empty
   * @param near   sign-in name of somebody whose departments matter, or key of the department that does; null for none
   * @param others sign-in names of those who cannot be chosen
   * @param onDuty whether only those count who are at work now
   */
  public record Wanted(String typed, String near, Set<String> others, boolean onDuty) {}

  /**
   * Somebody who can be chosen.
   *
   * @param duty that he is at work now; null if he is not
   * @param open how many open requests he owns
   */
  public record Candidate(Employee employee, OnDuty duty, int open) {

    public boolean isOnDuty() {
      return duty != null;
    }
  }

  /** Those at work now before others, those of the department that matters before others, whoever owns fewest requests first. */
  public List<Candidate> find(Wanted wanted, int limit) {
    Instant now = clock.instant();
    Map<String, OnDuty> atWork = duty.everybody(now);
    Map<String, Integer> open = requests.openCounts();
    Set<String> matters = departments(wanted.near());
    List<Employee> found = wanted.typed().isBlank() ? organisation.employees() : organisation.named(wanted.typed().strip(), Integer.MAX_VALUE);
    return found.stream().filter(employee -> !wanted.others().contains(employee.signIn()))
        .map(employee -> new Candidate(employee, atWork.get(employee.signIn()), open.getOrDefault(employee.signIn(), 0)))
        .filter(candidate -> candidate.isOnDuty() || !wanted.onDuty())
        .sorted(Comparator.comparing((Candidate each) -> !each.isOnDuty())
            .thenComparing(each -> each.employee().departments().stream().noneMatch(matters::contains))
            .thenComparing(Candidate::open).thenComparing(each -> each.employee().name()))
        .limit(limit).toList();
  }

  /** How many are at work now for each department that has somebody, by its key. */
  public Map<String, Long> atWork() {
    return duty.everybody(clock.instant()).values().stream().flatMap(each -> each.employee().departments().stream())
        .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
  }

  private Set<String> departments(String near) {
    return near == null ? Set.of() : organisation.employee(near).map(Employee::departments).orElse(Set.of(near));
  }
}
