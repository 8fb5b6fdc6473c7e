package io.stile.consult;

import io.stile.engine.Action;
import io.stile.engine.ActionCall;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a question does as actions that its model names. */
@Configuration(proxyBeanMethods = false)
class QuestionActions {

  @Bean
  Action recordAnswer(QuestionLadder ladder, Answering answering) {
    return new OfQuestion("record-answer", "the asker has the answer", ladder, answering::record);
  }

  @Bean
  Action tellAsker(QuestionLadder ladder) {
    return new OfQuestion("tell-asker", "the asker was told", ladder, ladder::tellAsker);
  }

  @Bean
  Action askSomebodyElse(QuestionLadder ladder) {
    return new OfQuestion("ask-somebody-else", "somebody else was asked", ladder, ladder::askSomebodyElse);
  }

  @Bean
  Action tellManagerOfQuestion(QuestionLadder ladder) {
    return new OfQuestion("tell-manager-of-question", "a manager was told", ladder, ladder::tellManagers);
  }

  private record OfQuestion(String name, String did, QuestionLadder ladder, Consumer<Consult> does) implements Action {

    /** What was entered is read where it is kept: words may be longer than a fact of the engine. */
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
      does.accept(ladder.consult(call.subject()));
    }
  }
}
