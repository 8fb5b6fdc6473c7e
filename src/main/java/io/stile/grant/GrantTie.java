package io.stile.grant;

import io.stile.request.CustomerTie;
import io.stile.request.Request;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Money that was granted was granted to somebody: the request stays with him. */
@Component
class GrantTie implements CustomerTie {

  private final Grants grants;

  GrantTie(Grants grants) {
    this.grants = grants;
  }

  @Override
  public Optional<String> whyStays(Request request) {
    return grants.ofRequest(request.number().value()).stream().findFirst()
        .map(grant -> "%s was granted to that customer for it, which cannot be moved to somebody else".formatted(grant.amount()));
  }
}
