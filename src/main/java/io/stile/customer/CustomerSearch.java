package io.stile.customer;

import java.util.List;
import org.springframework.stereotype.Component;

/** Finds customers by one field. */
@Component
class CustomerSearch {

  List<CustomerMatch> find(String typed, int limit) {
    return List.of();
  }
}
