package io.stile.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a process as a whole says: that it can run, what it promises, who is accountable, how it begins and is called off. */
final class ProcessAdvice {

  private static final Pattern DAYS = Pattern.compile("P[1-9][0-9]{0,3}D");

  private ProcessAdvice() {}

  static Stream<Advice> processCanRun(DrawnModel m) {
    List<Advice> found = new ArrayList<>();
    if (!m.process().getAttribute("isExecutable").equals("true")) {
      found.add(m.advice("isExecutable", "The process is not marked as executable, so nobody could start it. Set isExecutable to true."));
    }
    if (!DAYS.matcher(m.process().getAttributeNS(Bpmn.CAMUNDA, "historyTimeToLive")).matches()) {
      found.add(m.advice("historyTimeToLive",
          "It is not said how long the engine keeps what has ended. Write a number of days, for example P180D."));
    }
    if (m.process().getAttribute("name").isBlank()) {
      found.add(m.advice("name", "The process has no name. Give it the one under which people look for it."));
    }
    return found.stream();
  }

  static Stream<Advice> processCarriesItsPromise(DrawnModel m) {
    List<Advice> found = new ArrayList<>();
    if (m.property("processOwner").isBlank()) {
      found.add(m.advice("processOwner", "Nobody is accountable for this model. Name its process owner."));
    }
    String promise = m.property("promise");
    if (!m.isProtocol() && !Targets.isTarget(promise)) {
      found.add(m.advice("promise", promise.isBlank()
          ? "Nothing is promised to the customer. Say by when a request is done: " + Targets.EXAMPLES + "."
          : Targets.instead(promise)));
    }
    if (!m.isProtocol() && m.property("ownerPolicy").isBlank()) {
      found.add(m.advice("ownerPolicy", "It is not said who owns a request. Choose whoever opens it, or a department."));
    }
    return found.stream();
  }

  static Stream<Advice> processHasOneStart(DrawnModel m) {
    List<DrawnNode> starts = starts(m).toList();
    return starts.isEmpty()
        ? Stream.of(m.advice("", "The process has no start. Draw a start event."))
        : starts.stream().skip(1).map(start -> start.advice("", "The process has a start already. Remove this one."));
  }

  static Stream<Advice> customerCanWithdraw(DrawnModel m) {
    String message = m.id() + ".withdrawn";
    boolean drawn = m.nodes("startEvent").anyMatch(start -> start.isInEventSubProcess() && start.interrupts()
        && m.referred(start, "message").filter(e -> e.getAttribute("name").equals(message)).isPresent());
    return drawn || m.isProtocol() ? Stream.empty() : Stream.of(m.advice("", "The customer cannot withdraw. Add an event sub-process whose"
        + " start receives the message " + Quoted.of(message) + " and interrupts."));
  }

  static Stream<Advice> startTellsWhatToAsk(DrawnModel m) {
    return m.isProtocol() ? Stream.empty() : starts(m).flatMap(start -> {
      String form = m.id() + ".start";
      List<Advice> found = new ArrayList<>();
      if (!start.camunda("formRef").equals(form)) {
        found.add(start.advice("formRef", "A request begins with the form " + Quoted.of(form) + ". Choose that one here."));
      }
      if (start.documentation().isEmpty()) {
        found.add(start.advice("documentation", "It is not said what to ask the customer. Write a guide for the call into the"
            + " documentation, in lines that begin with “Ask:” or “Say:”."));
      }
      return found.stream();
    });
  }

  private static Stream<DrawnNode> starts(DrawnModel m) {
    return m.nodes("startEvent").filter(start -> start.parent().isEmpty());
  }
}
