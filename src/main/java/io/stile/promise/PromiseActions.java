package io.stile.promise;

import io.stile.engine.Action;
import io.stile.engine.ActionCall;
import io.stile.promise.Keeping.StepAnswers;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code bpmn/promise.bpmn} has done, as actions that models can name. */
@Configuration(proxyBeanMethods = false)
class PromiseActions {

  @Bean
  Action settlePromise(Keeping keeping) {
    return new Done("settle-promise", Set.of("result", "words", "newFrom", "newUntil", "why"),
        "what became of the promise was recorded", call -> keeping.settleFromStep(id(call), text(call.fact("result")),
            new StepAnswers(text(call.fact("words")), instant("newFrom", call), instant("newUntil", call), text(call.fact("why")))));
  }

  @Bean
  Action checkPromiser(PromiseTable table, PromiseTelling telling) {
    return new Done("check-promiser", Set.of(), "a lead was told",
        call -> table.byId(id(call)).filter(Promise::isOpen).ifPresent(telling::atBegin));
  }

  @Bean
  Action tellPromiseLate(PromiseTable table, PromiseTelling telling) {
    return new Done("tell-promise-late", Set.of(), "owner and lead were told",
        call -> table.byId(id(call)).filter(Promise::isOpen).ifPresent(telling::late));
  }

  @Bean
  Action giveLatePromise(Keeping keeping, TaskLookup tasks) {
    return new Done("give-late-promise", Set.of("decision", "giveTo"), "the promise was given to somebody", call -> {
      String lead = deciderOf(call, tasks);
      keeping.handTo(keeping.open(id(call)), "give".equals(call.fact("decision")) ? text(call.fact("giveTo")) : lead, lead);
    });
  }

  /** Who completed the decision about the late promise. */
  private static String deciderOf(ActionCall call, TaskLookup tasks) {
    return tasks.ofRequest(call.caseKey().value()).stream()
        .filter(task -> task.process().equals(PromiseSteps.PROCESS) && call.subject().equals(task.subject())
            && task.state() == Task.State.DONE)
        .reduce((first, last) -> last).map(Task::assignee).orElseThrow();
  }

  private static long id(ActionCall call) {
    return Long.parseLong(call.subject());
  }

  private static String text(Object fact) {
    return Objects.toString(fact, null);
  }

  /** An instant that was answered on a form, null if none was. */
  static Instant instant(String name, ActionCall call) {
    Object answer = call.fact(name);
    if (answer == null || answer.toString().isBlank()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(answer.toString()).toInstant();
    } catch (DateTimeException unreadable) {
      throw PromiseRefused.invalid(name, "'%s' is '%s'; expected a date and time with its offset".formatted(name, answer));
    }
  }

  private record Done(String name, Set<String> reads, String did, Consumer<ActionCall> does) implements Action {

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
