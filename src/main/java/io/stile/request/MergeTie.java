package io.stile.request;

import java.util.Optional;

/** Says why a request cannot be merged into another one now. Any number of beans of higher modules. */
public interface MergeTie {

  /** What stands in the way, as a sentence without its full stop; empty if nothing does. Asked while the request is held. */
  Optional<String> whyNotMerged(Request request);
}
