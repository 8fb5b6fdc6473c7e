package io.stile.studio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads diagrams and tables of drafts, which nobody has checked yet. Nothing is fetched and no entity is expanded. */
final class DraftXml {

  private static final String XERCES = "http://apache.org/xml/features/";
  private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";
  /** As deep as the gate reads. */
  private static final String DEEPEST = "30";

  private DraftXml() {}

  /** The tree of a file, empty if it is no XML that may be read. */
  static Optional<Document> read(byte[] content) {
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      // The default one writes to standard error.
      builder.setErrorHandler(new DefaultHandler());
      return Optional.of(builder.parse(new ByteArrayInputStream(content)));
    } catch (SAXException | IOException broken) {
      return Optional.empty();
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException("No XML in this Java", impossible);
    }
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature(XERCES + "disallow-doctype-decl", true);
    factory.setFeature(XERCES + "nonvalidating/load-external-dtd", false);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    factory.setIgnoringComments(true);
    factory.setCoalescing(true);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setAttribute(LIMITS + "maxElementDepth", DEEPEST);
    factory.setAttribute(LIMITS + "elementAttributeLimit", "200");
    return factory;
  }

  /** All elements of a local name, wherever they lie, in the order of the file. */
  static List<Element> all(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** The elements right below one. */
  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** The elements of a local name right below one. */
  static List<Element> children(Element parent, String name) {
    return children(parent).stream().filter(child -> name.equals(child.getLocalName())).toList();
  }

  /** The text of the first element of a local name right below one; empty if there is none. */
  static String text(Element parent, String name) {
    return children(parent, name).stream().findFirst().map(child -> child.getTextContent().strip()).orElse("");
  }

  /** An attribute, by its local name in whatever namespace; empty if there is none. */
  static String attribute(Element element, String name) {
    if (element.hasAttribute(name)) {
      return element.getAttribute(name).strip();
    }
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      if (name.equals(attribute.getLocalName())) {
        return attribute.getNodeValue().strip();
      }
    }
    return "";
  }
}
