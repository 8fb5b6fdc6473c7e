package io.stile.gate;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A BPMN file as the rules of good modelling see it: its first process, and every node and flow at whatever depth. What refers to
 * nothing is left out, what is missing is empty: other rules say so.
 */
final class DrawnModel {

  private static final Set<String> NODE_TYPES = Set.of("startEvent", "endEvent", "intermediateCatchEvent",
      "intermediateThrowEvent", "boundaryEvent", "task", "userTask", "serviceTask", "scriptTask", "sendTask", "receiveTask",
      "manualTask", "businessRuleTask", "callActivity", "subProcess", "transaction", "adHocSubProcess", "exclusiveGateway",
      "parallelGateway", "inclusiveGateway", "complexGateway", "eventBasedGateway");

  private final Document document;
  private final Element process;
  private final List<DrawnNode> nodes = new ArrayList<>();
  private final List<DrawnFlow> flows = new ArrayList<>();
  private final Map<String, DrawnNode> byId = new HashMap<>();
  private final Map<String, Element> shared = new HashMap<>();
  private final boolean protocol;
  private final Map<String, List<DrawnFlow>> leaving;
  private final Map<String, List<DrawnFlow>> coming;
  private final Map<String, List<DrawnNode>> attached;

  private DrawnModel(Document document, Element process) {
    this.document = document;
    this.process = process;
    for (Element e : Tree.all(document.getDocumentElement())) {
      if (Bpmn.MODEL.equals(e.getNamespaceURI()) && NODE_TYPES.contains(e.getLocalName())) {
        nodes.add(new DrawnNode(e));
      } else if (Tree.is(e, Bpmn.MODEL, "sequenceFlow")) {
        flows.add(new DrawnFlow(e));
      }
    }
    nodes.forEach(node -> byId.putIfAbsent(node.id(), node));
    Tree.children(document.getDocumentElement()).forEach(e -> shared.putIfAbsent(e.getLocalName() + " " + e.getAttribute("id"), e));
    protocol = "protocol".equals(property("kind"));
    leaving = flows.stream().collect(groupingBy(DrawnFlow::from));
    coming = flows.stream().collect(groupingBy(DrawnFlow::to));
    attached = nodes("boundaryEvent").collect(groupingBy(event -> event.attribute("attachedToRef")));
  }

  /** The model in a file, empty if the file has no process. */
  static Optional<DrawnModel> of(Document document) {
    return Tree.children(document.getDocumentElement(), Bpmn.MODEL, "process").findFirst().map(process -> new DrawnModel(document, process));
  }

  Document document() {
    return document;
  }

  Element process() {
    return process;
  }

  List<DrawnNode> nodes() {
    return nodes;
  }

  List<DrawnFlow> flows() {
    return flows;
  }

  String id() {
    return process.getAttribute("id");
  }

  String property(String name) {
    return property(process, name);
  }

  boolean isProtocol() {
    return protocol;
  }

  /** Something wrong with the process as a whole. */
  Advice advice(String place, String message) {
    return Advice.on(process, place, message);
  }

  Optional<DrawnNode> node(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Stream<DrawnNode> nodes(String... types) {
    return nodes.stream().filter(n -> Arrays.asList(types).contains(n.type()));
  }

  /** The steps that people do: every user task. */
  List<DrawnNode> steps() {
    return nodes("userTask").toList();
  }

  List<DrawnFlow> from(DrawnNode node) {
    return leaving.getOrDefault(node.id(), List.of());
  }

  List<DrawnFlow> into(DrawnNode node) {
    return coming.getOrDefault(node.id(), List.of());
  }

  /** The nodes that flows lead to from here. */
  Stream<DrawnNode> after(DrawnNode node) {
    return from(node).stream().flatMap(flow -> node(flow.to()).stream());
  }

  Stream<DrawnNode> boundary(DrawnNode host) {
    return attached.getOrDefault(host.id(), List.of()).stream();
  }

  /** The timers at a step whose date is the instant at which it is due. */
  Stream<DrawnNode> lateTimers(DrawnNode step) {
    return boundary(step).filter(event -> event.date().equals("${stepDue}"));
  }

  /** Gateways that more than one flow leaves. */
  Stream<DrawnNode> splits(String... types) {
    return nodes(types).filter(n -> from(n).size() > 1);
  }

  /** The ids of everything that tokens come to from these nodes: along flows and, if wanted, over boundary events. */
  Set<String> reached(Collection<DrawnNode> begin, boolean overBoundary) {
    return Reach.from(begin, node -> overBoundary ? Stream.concat(after(node), boundary(node)) : after(node));
  }

  /** The ids of everything from which one of these nodes can be come to along flows. */
  Set<String> leadingTo(Collection<DrawnNode> ends) {
    return Reach.from(ends, node -> into(node).stream().flatMap(flow -> node(flow.from()).stream()));
  }

  /** What an event of that kind refers to: {@code message}, {@code escalation}; empty if it refers to nothing. */
  Optional<Element> referred(DrawnNode event, String kind) {
    String ref = event.definition(kind).map(d -> d.getAttribute(kind + "Ref")).orElse("");
    return Optional.ofNullable(shared.get(kind + " " + ref));
  }

  /** The value of an extension property, or an empty text. */
  static String property(Element owner, String name) {
    return Tree.children(owner, Bpmn.MODEL, "extensionElements").flatMap(e -> Tree.children(e, Bpmn.CAMUNDA, "properties"))
        .flatMap(p -> Tree.children(p, Bpmn.CAMUNDA, "property")).filter(p -> p.getAttribute("name").equals(name))
        .map(p -> p.getAttribute("value")).findFirst().orElse("");
  }
}
