package io.stile.obstacle;

import io.stile.engine.Action;
import io.stile.engine.ActionCall;
import io.stile.request.Request;
import io.stile.request.Requests;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The action {@code tell-reporters}: everybody who reported an obstacle reads what comes of it. */
@Component
class TellReporters implements Action {

  private final ObstacleTable table;
  private final Requests requests;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TellReporters(ObstacleTable table, Requests requests, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.requests = requests;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "tell-reporters";
  }

  @Override
  public Set<String> reads() {
    return Set.of("answer");
  }

  @Override
  public Optional<String> effect() {
    return Optional.of("those who reported it were told");
  }

  @Override
  public void run(ActionCall call) {
    String number = call.caseKey().value();
    String owner = requests.byNumber(number).map(Request::owner).orElseThrow();
    String answer = String.valueOf(call.fact("answer"));
    Instant now = clock.instant();
    table.answer(number, answer, owner, now);
    List<String> others = table.reporters(number).stream().filter(reporter -> !reporter.equals(owner)).toList();
    events.publishEvent(new ObstacleAnswered(number, answer, others, now));
  }
}
