package io.stile.gate;

import java.util.List;
import java.util.Random;
import org.w3c.dom.Attr;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Changes a diagram or a table as somebody would who knows its language: the file stays well-formed. */
final class XmlMutations {

  private static final List<String> NAMESPACES = List.of("http://www.omg.org/spec/BPMN/20100524/MODEL", "http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn",
      "http://www.camunda.com/fox", "https://www.omg.org/spec/DMN/20191111/MODEL/", "http://camunda.org/schema/1.0/dmn", "http://www.w3.org/2001/XMLSchema-instance", "urn:x");
  private static final List<String> NAMES = List.of("scriptTask", "script", "sendTask", "class", "expression", "delegateExpression", "type", "formKey", "formRef", "candidateGroups", "assignee",
      "property", "properties", "executionListener", "taskListener", "connector", "inputOutput", "inputParameter", "in", "out", "timeCycle", "timeDuration", "timeDate", "multiInstanceLoopCharacteristics",
      "callActivity", "signalEventDefinition", "conditionalEventDefinition", "adHocSubProcess", "import", "expressionLanguage", "schemaLocation", "asyncBefore", "jobPriority", "topic", "resource",
      "literalExpression", "businessKnowledgeModel", "text", "documentation", "id", "name", "hitPolicy", "typeRef", "sourceRef", "targetRef", "default", "attachedToRef", "cancelActivity", "value", "isExecutable");

  private XmlMutations() {}

  /** The file after some changes, or the file itself if it is no XML to begin with. */
  static byte[] of(byte[] file, Random random) {
    Document document = SafeXml.read(file).document();
    if (document == null) {
      return file;
    }
    for (int i = 0; i <= random.nextInt(3); i++) {
      try {
        change(document, random);
      } catch (DOMException impossible) {
        // A tree that cannot be built cannot be sent either.
        continue;
      }
    }
    try {
      return SafeXml.write(document);
    } catch (IllegalStateException unwritable) {
      // Half a character, for example, cannot stand in a file.
      return file;
    }
  }

  private static void change(Document document, Random random) {
    List<Element> all = Tree.all(document.getDocumentElement());
    Element one = all.get(random.nextInt(all.size()));
    Element other = all.get(random.nextInt(all.size()));
    Element parent = Tree.parent(one);
    switch (random.nextInt(12)) {
      case 0 -> {
        if (parent != null) {
          parent.removeChild(one);
        }
      }
      case 1 -> other.appendChild(one.cloneNode(true));
      case 2 -> {
        if (parent != null) {
          parent.insertBefore(one.cloneNode(true), one);
        }
      }
      case 3 -> other.insertBefore(one, other.getFirstChild());
      case 4 -> document.renameNode(one, any(NAMESPACES, random), any(NAMES, random));
      case 5 -> one.setAttributeNS(random.nextBoolean() ? null : any(NAMESPACES, random), (random.nextBoolean() ? "" : "x:") + any(NAMES, random), HostileTexts.any(random));
      case 6 -> one.appendChild(document.createTextNode(HostileTexts.any(random)));
      case 7 -> one.appendChild(document.createElementNS(any(NAMESPACES, random), any(NAMES, random)));
      case 8 -> nest(document, one, random);
      case 9 -> swap(one, other, random);
      default -> attribute(one, other, random);
    }
  }

  private static void attribute(Element one, Element other, Random random) {
    List<Attr> attributes = Tree.attributes(one);
    List<Attr> others = Tree.attributes(other);
    if (attributes.isEmpty()) {
      return;
    }
    Attr attribute = attributes.get(random.nextInt(attributes.size()));
    if (random.nextInt(5) == 0) {
      one.removeAttributeNode(attribute);
    } else {
      attribute.setValue(random.nextBoolean() && !others.isEmpty() ? others.get(random.nextInt(others.size())).getValue() : HostileTexts.any(random));
    }
  }

  private static void swap(Element one, Element other, Random random) {
    String text = Tree.text(one);
    if (Tree.children(one).isEmpty()) {
      one.setTextContent(random.nextBoolean() && Tree.children(other).isEmpty() ? Tree.text(other) : HostileTexts.any(random));
    } else if (Tree.children(other).isEmpty()) {
      other.setTextContent(text);
    }
  }

  private static void nest(Document document, Element one, Random random) {
    Element at = one;
    for (int i = 0; i < 1 << random.nextInt(9); i++) {
      Element inner = document.createElementNS(one.getNamespaceURI(), one.getNodeName());
      at.appendChild(inner);
      at = inner;
    }
  }

  private static String any(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
