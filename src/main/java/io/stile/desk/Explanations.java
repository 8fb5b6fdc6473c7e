package io.stile.desk;

import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.Clocks.Setting;
import io.stile.request.Clocks;
import io.stile.request.Request;
import io.stile.sla.ClockFact;
import io.stile.sla.Explanation;
import io.stile.sla.SlaClock;
import io.stile.sla.TargetWords;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Explains why the clocks of a request run out when they do. */
@Component
public class Explanations {

  private final Clocks clocks;
  private final Promises promises;
  private final TaskLookup tasks;

  Explanations(Clocks clocks, Promises promises, TaskLookup tasks) {
    this.clocks = clocks;
    this.promises = promises;
    this.tasks = tasks;
  }

  /**
   * Why a clock runs out then; empty if the request has none of that name.
   *
   * @param reader the zone of the reader
   */
  @Transactional(readOnly = true)
  public Optional<WhyThen> of(Request request, String name, ZoneId reader) {
    String number = request.number().value();
    Optional<Promise> promise = promises.ofRequest(number).stream()
        .filter(each -> Clocks.ofPromise(each.id()).equals(name)).findFirst();
    return clocks.clock(number, name).map(clock -> promise
        .map(given -> ofPromise(request, given, clock, reader))
        .orElseGet(() -> ofTarget(number, name, about(number, name), clock, reader)));
  }

  private String about(String number, String name) {
    return tasks.ofRequest(number).stream().filter(task -> Clocks.ofTask(task.id()).equals(name)).map(Task::name)
        .findFirst().orElse("The whole request, from opening to closing");
  }

  private WhyThen ofTarget(String number, String name, String about, SlaClock clock, ZoneId reader) {
    WhyThen.Counted counted = clocks.explain(number, name).map(why -> counted(why, clock, reader)).orElse(null);
    List<Setting> settings = clocks.settings(number, name);
    Instant rounded = settings.isEmpty() || counted == null ? null : settings.get(0).due();
    Setting given = counted != null || settings.isEmpty() ? null : settings.get(0);
    return new WhyThen(number, about, clock.due(), counted, isSame(rounded, counted) ? null : rounded, given, List.of());
  }

  private static boolean isSame(Instant rounded, WhyThen.Counted counted) {
    return counted != null && counted.due().equals(rounded);
  }

  /** The promise that came with the opening is the end-to-end target, so that target explains it; renewals come on top. */
  private WhyThen ofPromise(Request request, Promise promise, SlaClock clock, ZoneId reader) {
    String number = request.number().value();
    List<Setting> settings = clocks.settings(number, Clocks.ofPromise(promise.id()));
    List<Setting> renewals = settings.subList(1, settings.size());
    String about = "The promise to the customer: " + promise.what();
    if (!promise.ofRequest() || !promise.firstDueAt().equals(request.dueAt())) {
      return new WhyThen(number, about, clock.due(), null, null, settings.get(0), renewals);
    }
    SlaClock whole = clocks.clock(number, Clocks.END_TO_END).orElseThrow();
    WhyThen base = ofTarget(number, Clocks.END_TO_END, about, whole, reader);
    return new WhyThen(number, about, clock.due(), base.counted(), base.rounded(), null, renewals);
  }

  private static WhyThen.Counted counted(Explanation why, SlaClock clock, ZoneId reader) {
    String calendar = clock.facts().stream().filter(ClockFact.Started.class::isInstance)
        .map(fact -> ((ClockFact.Started) fact).calendar().name()).findFirst().orElseThrow();
    return new WhyThen.Counted(why.from(), TargetWords.of(why.target()), calendar, why.zone(),
        isForeign(why, reader), why.lines(), why.due());
  }

  private static boolean isForeign(Explanation why, ZoneId reader) {
    return !offset(why.zone(), why.from()).equals(offset(reader, why.from()))
        || !offset(why.zone(), why.due()).equals(offset(reader, why.due()));
  }

  private static ZoneOffset offset(ZoneId zone, Instant at) {
    return zone.getRules().getOffset(at);
  }
}
