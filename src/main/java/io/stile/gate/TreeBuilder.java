package io.stile.gate;

import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Makes a tree of what the parser reads, for as long as it keeps within the limits. Each element remembers its line. Texts are whole: a CDATA
 * section, a character reference or a comment in the middle cannot split what belongs together.
 */
final class TreeBuilder extends DefaultHandler2 {

  static final int DEEPEST = 30;
  static final int MOST_ATTRIBUTES = 50;
  /** A diagram needs about as many elements for its drawing as for its meaning. */
  static final int MOST_ELEMENTS = 20_000;
  static final int LONGEST_TEXT = 20_000;
  private static final int MOST_FINDINGS = 50;
  private static final String LINE = "line";

  /** Reading ends here: the reason is among the findings. */
  static final class Stopped extends SAXException {
    private static final long serialVersionUID = 1L;
  }

  private final boolean dropping;
  private final Document document = emptyDocument();
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();
  private final List<String[]> declarations = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Node at = document;
  private Locator locator;
  private int depth;
  private int elements;

  TreeBuilder(boolean dropping) {
    this.dropping = dropping;
  }

  /** The line in which an element begins, from 1. */
  static int lineOf(Element element) {
    return element.getUserData(LINE) instanceof Integer line ? line : 1;
  }

  Document document() {
    return document;
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  List<String> dropped() {
    return List.copyOf(dropped);
  }

  private static Document emptyDocument() {
    try {
      Document document = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
      document.setXmlStandalone(true);
      return document;
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException("No XML in this Java", impossible);
    }
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = locator;
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) {
    declarations.add(new String[] {prefix, uri});
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
    endText();
    if (++depth > DEEPEST) {
      stop("xml-depth", "Elements are nested deeper than %d. Take a level out.".formatted(DEEPEST));
    }
    if (++elements > MOST_ELEMENTS) {
      stop("xml-quota", "The file has more than %,d elements. Split the process in two, or make it simpler.".formatted(MOST_ELEMENTS));
    }
    if (attributes.getLength() > MOST_ATTRIBUTES) {
      stop("xml-quota", "The element %s has more than %d attributes.".formatted(Quoted.of(name), MOST_ATTRIBUTES));
    }
    Element element = element(uri, name, attributes);
    element.setUserData(LINE, line(), null);
    at.appendChild(element);
    at = element;
  }

  private Element element(String uri, String name, Attributes attributes) throws SAXException {
    try {
      Element element = document.createElementNS(uri.isEmpty() ? null : uri, name);
      declare(element);
      for (int i = 0; i < attributes.getLength(); i++) {
        add(element, attributes, i);
      }
      return element;
    } catch (DOMException misnamed) {
      stop("xml-well-formed", "The element %s or one of its attributes uses a namespace that it cannot have.".formatted(Quoted.of(name)));
      throw misnamed;
    }
  }

  private void declare(Element element) {
    for (String[] declaration : declarations) {
      String name = declaration[0].isEmpty() ? XMLConstants.XMLNS_ATTRIBUTE : XMLConstants.XMLNS_ATTRIBUTE + ":" + declaration[0];
      element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, name, declaration[1]);
    }
    declarations.clear();
  }

  private void add(Element element, Attributes attributes, int i) throws SAXException {
    String value = attributes.getValue(i);
    if (value.length() > LONGEST_TEXT) {
      stop("xml-quota", "The attribute %s is longer than %,d characters.".formatted(Quoted.of(attributes.getQName(i)), LONGEST_TEXT));
    }
    String uri = attributes.getURI(i);
    element.setAttributeNS(uri.isEmpty() ? null : uri, attributes.getQName(i), value);
  }

  @Override
  public void characters(char[] characters, int start, int length) throws SAXException {
    text.append(characters, start, length);
    if (text.length() > LONGEST_TEXT) {
      stop("xml-quota", "A text is longer than %,d characters.".formatted(LONGEST_TEXT));
    }
  }

  private void endText() {
    if (text.length() > 0) {
      at.appendChild(document.createTextNode(text.toString()));
      text.setLength(0);
    }
  }

  @Override
  public void endElement(String uri, String localName, String name) {
    endText();
    depth--;
    at = at.getParentNode();
  }

  @Override
  public void processingInstruction(String target, String data) throws SAXException {
    leaveOut("xml-no-instructions", "The processing instruction %s".formatted(Quoted.of(target)));
  }

  @Override
  public void comment(char[] characters, int start, int length) throws SAXException {
    leaveOut("xml-no-comments", "The comment %s".formatted(Quoted.of(new String(characters, start, length).strip())));
  }

  private void leaveOut(String rule, String what) throws SAXException {
    if (dropping) {
      if (dropped.size() < MOST_FINDINGS) {
        dropped.add(what + " in line " + line());
      }
      return;
    }
    findings.add(finding(rule, what + " may not stand in the file, because it would be lost. Take it out; what people should know belongs into"
        + " the documentation of an element."));
    if (findings.size() == MOST_FINDINGS) {
      stop("xml-quota", "There are more of these; reading ended here.");
    }
  }

  @Override
  public void skippedEntity(String name) throws SAXException {
    stop("xml-no-doctype", "The entity %s is not known here.".formatted(Quoted.of(name)));
  }

  private void stop(String rule, String message) throws SAXException {
    findings.add(finding(rule, message));
    throw new Stopped();
  }

  private Finding finding(String rule, String message) {
    return new Finding(at instanceof Element element ? Tree.idOf(element) : SafeXml.WHOLE, "line " + line(), rule, Severity.SAFETY, message);
  }

  private int line() {
    return locator == null ? 1 : Math.max(1, locator.getLineNumber());
  }
}
