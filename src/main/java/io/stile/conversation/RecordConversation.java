package io.stile.conversation;

import io.stile.engine.Action;
import io.stile.engine.ActionCall;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes of a warm hand-over, as actions that its model names. */
@Configuration(proxyBeanMethods = false)
class RecordConversation {

  @Bean
  Action recordConversationTaken(Conversations conversations) {
    return new Named("record-conversation-taken", "the conversation was taken over", conversations::recordTaken);
  }

  @Bean
  Action recordConversationMissed(Conversations conversations) {
    return new Named("record-conversation-missed", "nobody took the conversation over", conversations::recordMissed);
  }

  private record Named(String name, String did, Consumer<ActionCall> does) implements Action {

    @Override
    public Set<String> reads() {
      return Set.of();
    }

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
