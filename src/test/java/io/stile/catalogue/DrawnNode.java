package io.stile.catalogue;

import java.util.Optional;
import org.w3c.dom.Element;

/** A flow node of a model: an event, an activity or a gateway. */
record DrawnNode(Element element) {

  String id() {
    return element.getAttribute("id");
  }

  String type() {
    return element.getLocalName();
  }

  String name() {
    return element.getAttribute("name");
  }

  String attribute(String name) {
    return element.getAttribute(name);
  }

  String camunda(String name) {
    return element.getAttributeNS(ModelXml.CAMUNDA, name);
  }

  String property(String name) {
    return ModelXml.property(element, name);
  }

  String documentation() {
    return ModelXml.children(element, "documentation").map(ModelXml::ownText).findFirst().orElse("");
  }

  /** What stands in the id after the type: {@code ReserveHandset} of {@code UserTask_ReserveHandset}. */
  String word() {
    return id().substring(id().indexOf('_') + 1);
  }

  /** The definition that makes this event a timer, message, escalation; empty for a plain one. */
  Optional<Element> definition(String kind) {
    return ModelXml.children(element, kind + "EventDefinition").findFirst();
  }

  /** The instant a timer waits for, as it is written; empty for anything else. */
  String date() {
    return definition("timer").flatMap(t -> ModelXml.children(t, "timeDate").findFirst()).map(ModelXml::ownText).orElse("");
  }

  /** The sub-process in which the node lies, if any. */
  Optional<Element> parent() {
    Element parent = (Element) element.getParentNode();
    return "subProcess".equals(parent.getLocalName()) ? Optional.of(parent) : Optional.empty();
  }
}
