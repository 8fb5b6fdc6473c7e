package io.stile.request;

import io.stile.catalogue.OwnerPolicy;
import io.stile.organisation.Organisation;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Chooses the owner of a new request by the policy of its type. */
@Component
class OwnerChoice {

  private final Organisation organisation;
  private final LeastLoaded leastLoaded;

  OwnerChoice(Organisation organisation, LeastLoaded leastLoaded) {
    this.organisation = organisation;
    this.leastLoaded = leastLoaded;
  }

  /**
   * The opener, or the available member of the policy's department who owns the fewest open requests. If nobody of the
   * department is at work its lead owns it, because an owner there must be.
   */
  String owner(OwnerPolicy policy, String opener, Instant at) {
    if (policy.isOpener()) {
      return opener;
    }
    return leastLoaded.of(policy.department(), at, Set.of())
        .orElseGet(() -> organisation.department(policy.department()).orElseThrow().lead());
  }
}
