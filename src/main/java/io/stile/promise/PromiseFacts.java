package io.stile.promise;

import io.stile.engine.ModelWords;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What promises give to models. */
@Component
class PromiseFacts implements ModelWords {

  @Override
  public Set<String> facts() {
    return Set.of(PromiseWatch.WHOLE, PromiseWatch.KEPT);
  }
}
