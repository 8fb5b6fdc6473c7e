package io.stile.escalation;

import io.stile.engine.ModelWords;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What escalation gives to models: the protocol that every late step leads to. */
@Component
class EscalationWords implements ModelWords {

  @Override
  public Set<String> callable() {
    return Set.of("escalation");
  }
}
