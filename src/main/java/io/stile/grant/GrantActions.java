package io.stile.grant;

import io.stile.engine.Action;
import io.stile.engine.ActionCall;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Granting as actions that models can name. */
@Configuration(proxyBeanMethods = false)
class GrantActions {

  @Bean
  Action checkAuthority(Granting granting) {
    return new Named("check-authority", Set.of(), Set.of(Granting.AUTHORITY), null, granting::checkAuthority);
  }

  @Bean
  Action grantCredit(Granting granting) {
    return new Named("grant-credit", Set.of("amountCents", "justified", "creditCents"), Set.of(),
        "the customer was granted a credit", granting::grantCredit);
  }

  @Bean
  Action grantGoodwill(Granting granting) {
    return new Named("grant-goodwill", Set.of("goodwillCents"), Set.of(), "the customer was granted goodwill", granting::grantGoodwill);
  }

  @Bean
  Action grantProposedGoodwill(ProposalDecision decision) {
    return new Named("grant-proposed-goodwill", Set.of("words"), Set.of(), "the customer was granted goodwill", decision::grant);
  }

  @Bean
  Action declineProposedGoodwill(ProposalDecision decision) {
    return new Named("decline-proposed-goodwill", Set.of("words"), Set.of(), "goodwill was declined", decision::decline);
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
