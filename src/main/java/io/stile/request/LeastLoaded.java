package io.stile.request;

import io.stile.organisation.Duty;
import io.stile.organisation.Employee;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who of several can best take another request: whoever owns the fewest open ones. */
@Component
public class LeastLoaded {

  private final Duty duty;
  private final RequestTable requests;

  LeastLoaded(Duty duty, RequestTable requests) {
    this.duty = duty;
    this.requests = requests;
  }

  /**
   * The member of a department who is available and owns the fewest open requests; empty if nobody is at work.
   *
   * @param others sign-in names of members who do not count
   */
  public Optional<String> of(String department, Instant at, Set<String> others) {
    return among(duty.availableMembers(department, at).stream().map(Employee::signIn)
        .filter(member -> !others.contains(member)).toList());
  }

  /** The one of these employees who owns the fewest open requests; of several the first by sign-in name. */
  public Optional<String> among(Collection<String> signIns) {
    return signIns.stream().min(Comparator.comparingInt(requests::openCountOf).thenComparing(Comparator.naturalOrder()));
  }
}
