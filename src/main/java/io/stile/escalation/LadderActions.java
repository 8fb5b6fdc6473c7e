package io.stile.escalation;

import io.stile.engine.Action;
import io.stile.engine.ActionCall;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rungs of the ladder as actions that models can name. */
@Configuration(proxyBeanMethods = false)
class LadderActions {

  @Bean
  Action tellOwner(Ladder ladder) {
    return new Rung("tell-owner", Set.of(), "the owner was told", ladder::tellOwner);
  }

  @Bean
  Action tellLead(Ladder ladder) {
    return new Rung("tell-lead", Set.of(), "a lead was told", ladder::tellLead);
  }

  @Bean
  Action tellOwnersLead(Ladder ladder) {
    return new Rung("tell-owners-lead", Set.of(), "a lead was told", ladder::tellOwnersLead);
  }

  @Bean
  Action tellManager(Ladder ladder) {
    return new Rung("tell-manager", Set.of(), "a manager was told", ladder::tellManagers);
  }

  @Bean
  Action askOwnerToRenew(Ladder ladder) {
    return new Rung("ask-owner-to-renew", Set.of(), "the owner was asked to renew the promise", ladder::askOwnerToRenew);
  }

  @Bean
  Action reassignLateTask(Ladder ladder) {
    return new Rung("reassign-late-task", Set.of("reassignTo"), "the late task was given to somebody", ladder::reassign);
  }

  @Bean
  Action takeOverLateTask(Ladder ladder) {
    return new Rung("take-over-late-task", Set.of(), "the late task was taken over", ladder::takeOver);
  }

  private record Rung(String name, Set<String> reads, String did, Consumer<ActionCall> does) implements Action {

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
