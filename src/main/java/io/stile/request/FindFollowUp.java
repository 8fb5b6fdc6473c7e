package io.stile.request;

import io.stile.form.FieldProblem;
import io.stile.form.FieldProblem.Code;
import io.stile.engine.Action;
import io.stile.engine.ActionCall;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The action {@code find-follow-up}: a request goes on as its follow-up only if there is one. That is one that is linked as such;
 * for a request that was not opened again also one that was opened from the same conversation.
 */
@Component
class FindFollowUp implements Action {

  private final Links links;
  private final Requests requests;
  private final ReopeningTable reopenings;

  FindFollowUp(Links links, Requests requests, ReopeningTable reopenings) {
    this.links = links;
    this.requests = requests;
    this.reopenings = reopenings;
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
    if (links.of(number).stream().noneMatch(link -> link.kind() == LinkKind.FOLLOW_UP && link.earlier().equals(number))
        && !hasOneFromTheSameCall(number)) {
      throw new AnswersRefused(List.of(new FieldProblem("result", "How does it go on?",
          "No follow-up is linked yet. Open the request that %s goes on as, and link it on the page of %s.".formatted(number, number),
          Code.OPTION)));
    }
  }

  private boolean hasOneFromTheSameCall(String number) {
    return !reopenings.isOpen(number) && requests.byNumber(number).map(requests::fromTheSameCall).orElse(List.of()).stream()
        .anyMatch(other -> InOrder.of(number, other.number().value()).get(0).equals(number));
  }
}
