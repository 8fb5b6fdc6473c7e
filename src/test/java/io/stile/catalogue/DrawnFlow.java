package io.stile.catalogue;

import org.w3c.dom.Element;

/** A sequence flow of a model. */
record DrawnFlow(Element element) {

  String id() {
    return element.getAttribute("id");
  }

  String name() {
    return element.getAttribute("name");
  }

  String from() {
    return element.getAttribute("sourceRef");
  }

  String to() {
    return element.getAttribute("targetRef");
  }

  /** The condition as it is written; empty if there is none. */
  String condition() {
    return ModelXml.children(element, "conditionExpression").map(ModelXml::ownText).findFirst().orElse("");
  }
}
