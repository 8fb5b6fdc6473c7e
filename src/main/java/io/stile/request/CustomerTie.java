package io.stile.request;

import java.util.Optional;

/** Says why a request has to stay with its customer, even if he is the wrong one. Any number of beans of higher modules. */
public interface CustomerTie {

  /** What ties the request to its customer, as a sentence without its full stop; empty if nothing does. */
  Optional<String> whyStays(Request request);
}
