package io.stile.studio;

import io.stile.gate.Bundle;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the steps out of a diagram for people, also of a draft that could not be published. What cannot be read has no steps; the gate says why.
 */
public final class DrawnModels {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

  static {
    // Nothing is resolved or fetched, whatever a stranger has written.
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private DrawnModels() {}

  /** What people call the process that a bundle draws, empty if it draws none with a name. */
  public static Optional<String> name(Bundle bundle) {
    return bundle.file(Bundle.diagramOf(bundle.key())).map(DrawnModels::read).map(found -> found.name).filter(name -> !name.isBlank());
  }

  /** Id of the process that a diagram draws, empty if it draws none with an id, or cannot be read. */
  public static Optional<String> process(byte[] diagram) {
    return Optional.of(read(diagram).id).filter(id -> !id.isEmpty());
  }

  /** The steps for people of the process that a bundle draws, in the order of the file. */
  public static List<DrawnStep> steps(Bundle bundle) {
    return bundle.file(Bundle.diagramOf(bundle.key())).map(DrawnModels::read).map(found -> List.copyOf(found.steps)).orElse(List.of());
  }

  private static Found read(byte[] diagram) {
    Found found = new Found();
    try {
      XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(diagram));
      while (xml.hasNext()) {
        xml.next();
        if (xml.isStartElement() && is(xml, BPMN, "process")) {
          found.id = text(xml.getAttributeValue(null, "id"));
          found.name = text(xml.getAttributeValue(null, "name"));
        } else if (xml.isStartElement() && is(xml, BPMN, "userTask")) {
          found.steps.add(step(xml));
        }
      }
    } catch (XMLStreamException | RuntimeException unreadable) {
      return new Found();
    }
    return found;
  }

  private static DrawnStep step(XMLStreamReader xml) throws XMLStreamException {
    String id = text(xml.getAttributeValue(null, "id"));
    String name = text(xml.getAttributeValue(null, "name"));
    String group = text(xml.getAttributeValue(CAMUNDA, "candidateGroups"));
    String target = "";
    String documentation = "";
    while (xml.hasNext() && !(xml.next() == XMLStreamReader.END_ELEMENT && is(xml, BPMN, "userTask"))) {
      if (xml.isStartElement() && is(xml, BPMN, "documentation")) {
        documentation = xml.getElementText().strip();
      } else if (xml.isStartElement() && is(xml, CAMUNDA, "property") && "sla".equals(xml.getAttributeValue(null, "name"))) {
        target = text(xml.getAttributeValue(null, "value"));
      }
    }
    return new DrawnStep(id, name, group, target, documentation);
  }

  private static boolean is(XMLStreamReader xml, String namespace, String name) {
    return name.equals(xml.getLocalName()) && namespace.equals(xml.getNamespaceURI());
  }

  private static String text(String value) {
    return value == null ? "" : value.replaceAll("\\s+", " ").strip();
  }

  private static final class Found {

    private String id = "";
    private String name = "";
    private final List<DrawnStep> steps = new ArrayList<>();
  }
}
