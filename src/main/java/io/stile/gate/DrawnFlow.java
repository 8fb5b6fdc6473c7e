package io.stile.gate;

import org.w3c.dom.Element;

/** A sequence flow of a model. */
record DrawnFlow(Element element) implements DrawnPart {

  private static final String CONDITION = "conditionExpression";

  String from() {
    return element.getAttribute("sourceRef");
  }

  String to() {
    return element.getAttribute("targetRef");
  }

  /** The condition as it is written; empty if there is none. */
  String condition() {
    return Tree.children(element, Bpmn.MODEL, CONDITION).map(Tree::text).map(String::strip).findFirst().orElse("");
  }

  /** Whether two flows have an end in common, where they may meet. */
  boolean sharesAnEnd(DrawnFlow other) {
    return from().equals(other.from()) || from().equals(other.to()) || to().equals(other.from()) || to().equals(other.to());
  }
}
