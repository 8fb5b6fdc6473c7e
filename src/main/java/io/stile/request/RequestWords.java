package io.stile.request;

import io.stile.engine.ModelWords;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a request gives to models: the facts of its customer, its contract and whoever opened it. */
@Component
class RequestWords implements ModelWords {

  @Override
  public Set<String> facts() {
    return RequestFacts.NAMES;
  }

  @Override
  public Set<String> optionLists() {
    return Set.of(StartForm.CONTRACTS);
  }
}
