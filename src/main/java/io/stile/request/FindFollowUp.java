package io.stile.request;

import io.stile.form.FieldProblem;
import io.stile.form.FieldProblem.Code;
import io.stile.engine.Action;
import io.stile.engine.ActionCall;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The action {@code find-follow-up}: a request goes on as its follow-up only if there is one. */
@Component
class FindFollowUp implements Action {

  private final Links links;

  FindFollowUp(Links links) {
    this.links = links;
  }

  @Override
  public String name() {
    return "find-follow-up";
  }

  @Override
  public Set<String> reads() {
    return Set.of();
  }

  @Override
  public Optional<String> effect() {
    return Optional.empty();
  }

  @Override
  public void run(ActionCall call) {
    String number = call.caseKey().value();
    if (links.of(number).stream().noneMatch(link -> link.kind() == LinkKind.FOLLOW_UP && link.earlier().equals(number))) {
      throw new AnswersRefused(List.of(new FieldProblem("result", "How does it go on?",
          "No follow-up is linked yet. Open the request that %s goes on as, and link it on the page of %s.".formatted(number, number),
          Code.OPTION)));
    }
  }
}
