package io.stile.gate;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** One BPMN file; its path ends with the file name, for example {@code bpmn/phone-swap.bpmn}. */
record ModelFile(String path, DrawnModel drawn) {

  static ModelFile parse(String path, String xml) {
    return new ModelFile(path, DrawnModel.of(document(path, xml)).orElseThrow(() -> new IllegalArgumentException(path + ": no process")));
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
    return drawn.id();
  }
}
