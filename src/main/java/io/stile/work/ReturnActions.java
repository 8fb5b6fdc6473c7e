package io.stile.work;

import io.stile.engine.Action;
import io.stile.engine.ActionCall;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The joint decision about a returned task as actions that models can name. */
@Configuration(proxyBeanMethods = false)
class ReturnActions {

  @Bean
  Action weighVoices(JointDecision decision) {
    return new Named("weigh-voices", Set.of("returningLeadSays", "otherLeadSays"), Set.of(JointDecision.AGREE), null, decision::weigh);
  }

  @Bean
  Action settleReturn(JointDecision decision) {
    return new Named("settle-return", Set.of("returningLeadSays", "ownerSays"), Set.of(), "it was decided who does the task",
        decision::settle);
  }

  /** @param did what it does beyond the process, in words; null for nothing */
  private record Named(String name, Set<String> reads, Set<String> gives, String did, Consumer<ActionCall> does) implements Action {

    @Override
    public Optional<String> effect() {
      return Optional.ofNullable(did);
    }

    @Override
    public void run(ActionCall call) {
      does.accept(call);
    }
  }
}
