package io.stile.customer;

import java.util.List;

/** One way in which what was typed can point to a customer. */
interface CustomerHits {

  /** @param limit the most that is of use; never the sure ones are left out for it unless there are more of them */
  List<CustomerSearch.Hit> find(Typed typed, int limit);
}
