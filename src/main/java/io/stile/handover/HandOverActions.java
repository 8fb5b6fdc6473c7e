package io.stile.handover;

import io.stile.engine.Action;
import io.stile.engine.ActionCall;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes of an offer, as actions that models can name. */
@Configuration(proxyBeanMethods = false)
class HandOverActions {

  @Bean
  Action handOwnershipOver(AnswerToOffer answer) {
    return new Deed("hand-ownership-over", Set.of("answer", "member"), "the request has another owner", answer::accept);
  }

  @Bean
  Action declineHandOver(AnswerToOffer answer) {
    return new Deed("decline-hand-over", Set.of("declineReason", "betterDepartment", "betterEmployee"), "the owner was told", answer::decline);
  }

  @Bean
  Action tellBothLeads(AnswerToOffer answer) {
    return new Deed("tell-both-leads", Set.of(), "both leads were told", answer::tellBothLeads);
  }

  @Bean
  Action askReceivingLead(AnswerToOffer answer) {
    return new Deed("ask-receiving-lead", Set.of(), "the lead was asked", answer::askReceivingLead);
  }

  private record Deed(String name, Set<String> reads, String did, Consumer<ActionCall> does) implements Action {

    @Override
    public Optional<String> effect() {
      return Optional.of(did);
    }

    @Override
    public void run(ActionCall call) {
      does.accept(call);
    }
  }
}
