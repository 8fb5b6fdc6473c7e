package io.stile.request;

import io.stile.catalogue.OwnerPolicy;
import io.stile.organisation.Duty;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import java.time.Instant;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** Chooses the owner of a new request by the policy of its type. */
@Component
class OwnerChoice {

  private final Organisation organisation;
  private final Duty duty;
  private final RequestTable requests;

  OwnerChoice(Organisation organisation, Duty duty, RequestTable requests) {
    this.organisation = organisation;
    this.duty = duty;
    this.requests = requests;
  }

  /**
   * The opener, or the available member of the policy's department who owns the fewest open requests. If nobody of the
   * department is at work its lead owns it, because an owner there must be.
   */
  String owner(OwnerPolicy policy, String opener, Instant at) {
    if (policy.isOpener()) {
      return opener;
    }
    return duty.availableMembers(policy.department(), at).stream().map(Employee::signIn)
        .min(Comparator.comparingInt(requests::openCountOf).thenComparing(Comparator.naturalOrder()))
        .orElseGet(() -> organisation.department(policy.department()).orElseThrow().lead());
  }
}
