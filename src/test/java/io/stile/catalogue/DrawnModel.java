package io.stile.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** One BPMN file as the conventions see it: its process, nodes and flows. The drawing is read by {@link Drawing}. */
record DrawnModel(String path, Document document, Element process, List<DrawnNode> nodes, List<DrawnFlow> flows) {

  private static final Set<String> NODE_TYPES = Set.of("startEvent", "endEvent", "intermediateCatchEvent",
      "intermediateThrowEvent", "boundaryEvent", "task", "userTask", "serviceTask", "scriptTask", "sendTask", "receiveTask",
      "manualTask", "businessRuleTask", "callActivity", "subProcess", "transaction", "exclusiveGateway", "parallelGateway",
      "inclusiveGateway", "complexGateway", "eventBasedGateway");

  /** Reads a model; its path ends with the file name, for example {@code bpmn/phone-swap.bpmn}. */
  static DrawnModel parse(String path, String xml) {
    Document document = document(path, xml);
    List<Element> all = ModelXml.all(document.getDocumentElement());
    Element process = all.stream().filter(e -> "process".equals(e.getLocalName())).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(path + ": no process"));
    List<DrawnNode> nodes = new ArrayList<>();
    List<DrawnFlow> flows = new ArrayList<>();
    for (Element e : all) {
      if (ModelXml.isBpmn(e) && NODE_TYPES.contains(e.getLocalName())) {
        nodes.add(new DrawnNode(e));
      } else if (ModelXml.isBpmn(e) && "sequenceFlow".equals(e.getLocalName())) {
        flows.add(new DrawnFlow(e));
      }
    }
    return new DrawnModel(path, document, process, List.copyOf(nodes), List.copyOf(flows));
  }

  static Document document(String path, String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException(path + ": not readable as XML: " + e.getMessage(), e);
    }
  }

  String id() {
    return process.getAttribute("id");
  }

  String property(String name) {
    return ModelXml.property(process, name);
  }

  boolean isProtocol() {
    return "protocol".equals(property("kind"));
  }

  Optional<DrawnNode> node(String id) {
    return nodes.stream().filter(n -> n.id().equals(id)).findFirst();
  }

  Stream<DrawnNode> nodes(String type) {
    return nodes.stream().filter(n -> n.type().equals(type));
  }

  /** The steps that people do: every user task. */
  List<DrawnNode> steps() {
    return nodes("userTask").toList();
  }

  List<DrawnFlow> from(DrawnNode node) {
    return flows.stream().filter(f -> f.from().equals(node.id())).toList();
  }

  List<DrawnFlow> into(DrawnNode node) {
    return flows.stream().filter(f -> f.to().equals(node.id())).toList();
  }

  Stream<DrawnNode> boundary(DrawnNode host) {
    return nodes("boundaryEvent").filter(b -> b.attribute("attachedToRef").equals(host.id()));
  }

  /** A step's late timer: the boundary timer that bears the step's name. */
  Optional<DrawnNode> lateTimer(DrawnNode step) {
    return boundary(step).filter(b -> b.id().equals("BoundaryEvent_" + step.word() + "Late")).findFirst();
  }

  /** Gateways that more than one flow leaves. */
  Stream<DrawnNode> splits(String type) {
    return nodes(type).filter(n -> from(n).size() > 1);
  }

  /** Everything that can be reached from the nodes that fit, along flows and, if wanted, over boundary events. */
  Set<String> reached(Predicate<DrawnNode> begin, boolean overBoundary) {
    return new Reach(this, overBoundary).from(nodes.stream().filter(begin).toList());
  }
}
