package io.stile.request;

import java.util.Optional;

/** Says why a request cannot be merged into another one now. Any number of beans of higher modules. */
public interface MergeTie {

  /**
   * What stands in the way, as a sentence without its full stop; empty if nothing does. Asked while both requests are held.
   *
   * @param merged the one that ends
   * @param into   the one as which it goes on
   */
  Optional<String> whyNotMerged(Request merged, Request into);
}
