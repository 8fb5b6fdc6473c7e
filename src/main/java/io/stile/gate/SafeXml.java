package io.stile.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads XML from strangers, and writes it. Nothing is fetched, expanded or executed; whatever comes ends as a tree or as a finding, never as an
 * exception. One encoding, one version, no document type: what one parser reads differently from another is where attacks hide.
 */
final class SafeXml {

  /** The largest file, in bytes. A little less than what a call of the API can send, so that it is answered here. */
  static final int LARGEST = 1_000_000;
  /** What a finding concerns if the file could not be read as far as an id. */
  static final String WHOLE = "file";

  private static final Pattern DECLARATION = Pattern.compile("<\\?xml\\s+([^?<>]{0,200})\\?>");
  private static final Pattern VERSION_1_0 = Pattern.compile("version\\s*=\\s*([\"'])1\\.0\\1");
  private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*([\"'])([^\"']*)\\1");
  private static final String XERCES = "http://apache.org/xml/features/";
  private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";

  private SafeXml() {}

  /**
   * What was read.
   *
   * @param document the tree, with comments and processing instructions left out; null if the file is not XML that may be read
   * @param findings what is wrong with the file as XML, all of it {@link Severity#SAFETY}
   * @param dropped  what was left out, a sentence each; empty unless it was to be dropped
   */
  record Reading(Document document, List<Finding> findings, List<String> dropped) {

    private static Reading refused(String rule, String place, String message) {
      return new Reading(null, List.of(new Finding(WHOLE, place, rule, Severity.SAFETY, message)), List.of());
    }
  }

  /** Reads a file; comments and processing instructions are findings. */
  static Reading read(byte[] content) {
    return read(content, false);
  }

  /** Reads a file that comes from another tool; comments and processing instructions are dropped, with a list of them. */
  static Reading readDropping(byte[] content) {
    return read(content, true);
  }

  private static Reading read(byte[] content, boolean dropping) {
    if (content.length == 0) {
      return Reading.refused("xml-well-formed", "", "The file is empty.");
    }
    if (content.length > LARGEST) {
      return Reading.refused("xml-size", "", "The file is larger than the %,d bytes that are read. Split the process in two, or make it simpler."
          .formatted(LARGEST));
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException notUtf8) {
      return Reading.refused("xml-encoding", "", "The file is not UTF-8. Save it in UTF-8.");
    }
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Reading declaration = declaration(plain);
    return declaration == null ? parse(plain, dropping) : declaration;
  }

  /** What is wrong with the declaration in the first line, null if nothing. */
  private static Reading declaration(String text) {
    if (!text.startsWith("<?xml") || text.startsWith("<?xml-")) {
      return null;
    }
    Matcher declaration = DECLARATION.matcher(text);
    if (!declaration.lookingAt() || !VERSION_1_0.matcher(declaration.group(1)).find()) {
      return Reading.refused("xml-declaration", "line 1",
          "The file does not declare XML 1.0. Begin it with <?xml version=\"1.0\" encoding=\"UTF-8\"?>.");
    }
    Matcher encoding = ENCODING.matcher(declaration.group(1));
    if (encoding.find() && !encoding.group(2).equalsIgnoreCase("UTF-8")) {
      return Reading.refused("xml-encoding", "line 1",
          "The file declares the encoding %s. Save it in UTF-8 and declare that.".formatted(Quoted.of(encoding.group(2))));
    }
    return null;
  }

  private static Reading parse(String text, boolean dropping) {
    TreeBuilder tree = new TreeBuilder(dropping);
    try {
      SAXParser parser = parser();
      parser.setProperty("http://xml.org/sax/properties/lexical-handler", tree);
      parser.parse(new InputSource(new StringReader(text)), tree);
      return new Reading(tree.document(), tree.findings(), tree.dropped());
    } catch (TreeBuilder.Stopped stopped) {
      return new Reading(null, tree.findings(), tree.dropped());
    } catch (SAXParseException broken) {
      return new Reading(null, with(tree.findings(), broken(broken)), tree.dropped());
    } catch (SAXException | IOException | ParserConfigurationException unreadable) {
      return Reading.refused("xml-well-formed", "", "The file cannot be read as XML: " + Quoted.plain(unreadable.getMessage()));
    }
  }

  private static List<Finding> with(List<Finding> findings, Finding last) {
    List<Finding> all = new ArrayList<>(findings);
    all.add(last);
    return List.copyOf(all);
  }

  private static Finding broken(SAXParseException broken) {
    String place = "line " + Math.max(1, broken.getLineNumber());
    String what = String.valueOf(broken.getMessage());
    return what.contains("DOCTYPE")
        ? new Finding(WHOLE, place, "xml-no-doctype", Severity.SAFETY, "The file has a document type (DOCTYPE). Take it out: nothing is read from elsewhere.")
        : new Finding(WHOLE, place, "xml-well-formed", Severity.SAFETY, "The file is no well-formed XML: " + Quoted.plain(what));
  }

  private static SAXParser parser() throws ParserConfigurationException, SAXException {
    SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature(XERCES + "disallow-doctype-decl", true);
    factory.setFeature(XERCES + "nonvalidating/load-external-dtd", false);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    factory.setXIncludeAware(false);
    factory.setValidating(false);
    SAXParser parser = factory.newSAXParser();
    parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    // The parser would keep all attributes of an element before it hands any of them over.
    parser.setProperty(LIMITS + "elementAttributeLimit", "200");
    parser.setProperty(LIMITS + "maxXMLNameLimit", "300");
    return parser;
  }

  /** A tree as a file: UTF-8, with the prefixes that it was read with. The same tree always gives the same bytes. */
  static byte[] write(Document document) {
    try {
      Transformer identity = TransformerFactory.newDefaultInstance().newTransformer();
      identity.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      identity.setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      written.writeBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.UTF_8));
      identity.transform(new DOMSource(document), new StreamResult(written));
      written.write('\n');
      return written.toByteArray();
    } catch (TransformerException impossible) {
      throw new IllegalStateException("A tree that was read cannot be written", impossible);
    }
  }
}
