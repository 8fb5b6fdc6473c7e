package io.stile.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What happens when a step is late. */
final class LateRules {

  private LateRules() {}

  static Stream<Advice> stepHasALateTimer(DrawnModel m) {
    return m.steps().stream().flatMap(step -> {
      List<DrawnNode> late = m.lateTimers(step).toList();
      return late.isEmpty() ? Stream.of(missing(m, step)) : late.stream().filter(DrawnNode::interrupts)
          .map(timer -> timer.advice("cancelActivity",
              "A late timer must not interrupt: the step goes on while others are told. Set cancelActivity to false."));
    });
  }

  private static Advice missing(DrawnModel m, DrawnNode step) {
    return m.boundary(step).filter(event -> event.definition("timer").isPresent() && event.id().equals("BoundaryEvent_" + step.word() + "Late"))
        .findFirst().map(meant -> meant.advice("timeDate", Quoted.of(meant.date())
            + " is not when this step is late. Write the date ${stepDue}, the instant at which it is due."))
        .orElseGet(() -> step.advice("", "Nothing happens when this step is late. Add late handling: a timer at its edge that does not"
            + " interrupt, with the date ${stepDue}."));
  }

  /** A request type's late timers lead to Escalate; a protocol draws its own next step. */
  static Stream<Advice> lateLeadsToEscalate(DrawnModel m) {
    if (m.isProtocol()) {
      return m.nodes("callActivity").map(call -> call.advice("calledElement",
          "A protocol draws its own next step and calls nothing. Draw here what is to be done."));
    }
    return m.steps().stream().flatMap(m::lateTimers).filter(timer -> m.after(timer).noneMatch(DrawnNode::isEscalate))
        .map(timer -> timer.advice("", "Nobody learns that this step is late. Lead a flow from here to the call activity Escalate."));
  }

  static Stream<Advice> escalateCanPutPromiseAtRisk(DrawnModel m) {
    return m.nodes().stream().filter(DrawnNode::isEscalate).filter(escalate -> m.boundary(escalate).filter(event -> isAtRisk(m, event))
        .flatMap(m::after).noneMatch(node -> node.property("action").equals("ask-owner-to-renew")))
        .map(escalate -> escalate.advice("", "Nobody is asked to renew the promise when it is at risk. Add the escalation event"
            + " “promise-at-risk”, which does not interrupt, and lead it to the action ask-owner-to-renew."));
  }

  private static boolean isAtRisk(DrawnModel m, DrawnNode event) {
    return !event.interrupts()
        && m.referred(event, "escalation").filter(e -> e.getAttribute("escalationCode").equals("promise-at-risk")).isPresent();
  }

  static Stream<Advice> callPassesBusinessKey(DrawnModel m) {
    return m.nodes("callActivity").flatMap(call -> {
      List<Element> passed = Tree.children(call.element(), Bpmn.MODEL, "extensionElements")
          .flatMap(e -> Tree.children(e, Bpmn.CAMUNDA, "in")).toList();
      List<Advice> found = new ArrayList<>();
      if (passed.stream().noneMatch(in -> in.getAttribute("businessKey").equals(Bpmn.BUSINESS_KEY))) {
        found.add(call.advice("in", "What is called does not learn which request it is about. Pass on the business key:"
            + " #{execution.processBusinessKey}."));
      }
      if (call.isEscalate()
          && passed.stream().noneMatch(in -> in.getAttribute("source").equals("lateTask") && in.getAttribute("target").equals("lateTask"))) {
        found.add(call.advice("in", "Escalate does not learn which task is late. Pass on lateTask as lateTask."));
      }
      // Left out, it means the latest one.
      if (!Set.of("", "latest").contains(call.camunda("calledElementBinding"))) {
        found.add(call.advice("calledElementBinding", "A protocol is called in its latest version. Set calledElementBinding to latest."));
      }
      return found.stream();
    });
  }

  static Stream<Advice> cancelActivityIsWrittenOut(DrawnModel m) {
    Stream<Advice> boundary = m.nodes("boundaryEvent").filter(event -> event.attribute("cancelActivity").isEmpty())
        .map(event -> event.advice("cancelActivity",
            "It is not written out whether this event ends the step. Set cancelActivity to true or false."));
    Stream<Advice> starts = m.nodes("startEvent").filter(start -> start.isInEventSubProcess() && start.attribute("isInterrupting").isEmpty())
        .map(start -> start.advice("isInterrupting",
            "It is not written out whether this event ends everything else. Set isInterrupting to true or false."));
    return Stream.concat(boundary, starts);
  }
}
