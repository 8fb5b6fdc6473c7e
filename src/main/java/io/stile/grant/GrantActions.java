package io.stile.grant;

import io.stile.engine.Action;
import io.stile.engine.ActionCall;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Granting as actions that models can name. */
@Configuration(proxyBeanMethods = false)
class GrantActions {

  @Bean
  Action checkAuthority(Granting granting) {
    return new Named("check-authority", Set.of(), granting::checkAuthority);
  }

  @Bean
  Action grantCredit(Granting granting) {
    return new Named("grant-credit", Set.of("amountCents", "justified", "creditCents"), granting::grantCredit);
  }

  @Bean
  Action grantGoodwill(Granting granting) {
    return new Named("grant-goodwill", Set.of("goodwillCents"), granting::grantGoodwill);
  }

  private record Named(String name, Set<String> reads, Consumer<ActionCall> does) implements Action {

    @Override
    public void run(ActionCall call) {
      does.accept(call);
    }
  }
}
