package io.stile.gate;

import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** A flow node of a model: an event, an activity or a gateway. */
record DrawnNode(Element element) implements DrawnPart {

  private static final Set<String> SUB_PROCESSES = Set.of("subProcess", "transaction", "adHocSubProcess");

  /** As in the file: {@code userTask}. */
  String type() {
    return element.getLocalName();
  }

  String attribute(String name) {
    return element.getAttribute(name);
  }

  String camunda(String name) {
    return element.getAttributeNS(Bpmn.CAMUNDA, name);
  }

  String property(String name) {
    return DrawnModel.property(element, name);
  }

  String documentation() {
    return Tree.children(element, Bpmn.MODEL, "documentation").map(Tree::text).map(String::strip).findFirst().orElse("");
  }

  /** What stands in the id after the type: {@code ReserveHandset} of {@code UserTask_ReserveHandset}. */
  String word() {
    return id().substring(id().indexOf('_') + 1);
  }

  /** The definition that makes this event a timer, message, escalation; empty for a plain one. */
  Optional<Element> definition(String kind) {
    return Tree.children(element, Bpmn.MODEL, kind + "EventDefinition").findFirst();
  }

  /** The instant a timer waits for, as it is written; empty for anything else. */
  String date() {
    return definition("timer").flatMap(t -> Tree.children(t, Bpmn.MODEL, "timeDate").findFirst()).map(Tree::text).map(String::strip).orElse("");
  }

  /** The sub-process in which the node lies, if any. */
  Optional<Element> parent() {
    return Optional.ofNullable(Tree.parent(element)).filter(parent -> SUB_PROCESSES.contains(parent.getLocalName()));
  }

  boolean isGateway() {
    return type().endsWith("Gateway");
  }

  boolean isEscalate() {
    return attribute("calledElement").equals("escalation");
  }

  boolean isEventSubProcess() {
    return type().equals("subProcess") && attribute("triggeredByEvent").equals("true");
  }

  boolean isInEventSubProcess() {
    return parent().filter(parent -> parent.getAttribute("triggeredByEvent").equals("true")).isPresent();
  }

  /** Whether what it waits for ends what it stands at or lies in; unless it is written out, it does. */
  boolean interrupts() {
    return !attribute(type().equals("boundaryEvent") ? "cancelActivity" : "isInterrupting").equals("false");
  }
}
