package io.stile.desk;

import io.stile.customer.Customers;
import io.stile.organisation.Organisation;
import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.Clocks;
import io.stile.request.Request;
import io.stile.sla.TargetWords;
import io.stile.web.Times;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page of a request shows. */
@Component
public class RequestViews {

  private final Customers customers;
  private final Promises promises;
  private final ClockViews clockViews;
  private final Clocks clocks;
  private final StepViews steps;
  private final StoryTeller stories;
  private final Organisation organisation;
  private final Times times;

  RequestViews(Customers customers, Promises promises, ClockViews clockViews, Clocks clocks, StepViews steps,
      StoryTeller stories, Organisation organisation, Times times) {
    this.customers = customers;
    this.promises = promises;
    this.clockViews = clockViews;
    this.clocks = clocks;
    this.steps = steps;
    this.stories = stories;
    this.organisation = organisation;
    this.times = times;
  }

  /**
   * A request as its page shows it.
   *
   * @param zone the zone of the reader
   */
  @Transactional(readOnly = true)
  public RequestView of(Request request, ZoneId zone) {
    Names names = new Names(organisation);
    String number = request.number().value();
    Promise promise = promises.promiseOf(number).orElse(null);
    return new RequestView(request, customers.byId(request.customer()).orElseThrow(), names.employee(request.owner()),
        names.employee(request.opener()), promise, promise == null ? null : clock(number, Clocks.ofPromise(promise.id())),
        clock(number, Clocks.END_TO_END),
        clocks.explain(number, Clocks.END_TO_END).map(why -> TargetWords.of(why.target())).orElse(null),
        steps.of(request), stories.of(request, zone));
  }

  private ClockView clock(String number, String name) {
    return clockViews.of(number, name, null).orElse(null);
  }

  /** What the diagram of a request marks: the steps that are done, and those going on with their due times. */
  @Transactional(readOnly = true)
  public DiagramState diagram(Request request) {
    List<StepView> own = steps.of(request).stream().filter(step -> step.protocol() == null).toList();
    List<DiagramState.Current> current = own.stream().filter(step -> step.task().isLive())
        .map(step -> new DiagramState.Current(step.task().stepKey(), step.task().isWaiting() ? "ok" : step.state(), badge(step))).toList();
    Predicate<String> isCurrent = key -> current.stream().anyMatch(each -> each.id().equals(key));
    return new DiagramState(own.stream().filter(StepView::isDone).map(step -> step.task().keyNow()).distinct()
        .filter(isCurrent.negate()).toList(), current);
  }

  private String badge(StepView step) {
    return step.task().isWaiting() ? step.task().waiting().label() : step.clock() == null ? "now" : times.due(step.clock().due());
  }
}
