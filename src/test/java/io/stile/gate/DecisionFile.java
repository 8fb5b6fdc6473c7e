package io.stile.gate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** One decision table as the conventions see it. */
record DecisionFile(String path, Element root) {

  static DecisionFile parse(String path, String xml) {
    return new DecisionFile(path, ModelFile.document(path, xml).getDocumentElement());
  }

  List<Element> all(String name) {
    return ModelXml.all(root).stream().filter(e -> name.equals(e.getLocalName())).toList();
  }

  List<String> ids() {
    return all("decision").stream().map(d -> d.getAttribute("id")).toList();
  }

  /** The names that its inputs read. */
  List<String> inputs() {
    return all("inputExpression").stream().map(DecisionFile::text).toList();
  }

  /** Every result that a rule can give, without the quotation marks. */
  Set<String> results() {
    return all("outputEntry").stream().map(o -> text(o).replace("\"", "")).collect(Collectors.toSet());
  }

  private static String text(Element owner) {
    return ModelXml.children(owner, "text").map(ModelXml::ownText).findFirst().orElse("");
  }
}
