package io.stile.gate;

import java.util.Map;
import org.w3c.dom.Element;

/** What refers to another element of the file of a decision table refers to one that is there. */
final class DecisionDrawing {

  private static final String RULE = "dmn-reference";

  private final FindingList findings;
  private final Map<String, Element> ids;

  DecisionDrawing(FindingList findings, Map<String, Element> ids) {
    this.findings = findings;
    this.ids = ids;
  }

  void check(Element root) {
    for (Element element : Tree.all(root)) {
      if (element.hasAttribute("dmnElementRef")) {
        String of = element.getAttribute("dmnElementRef");
        if (!ids.containsKey(of)) {
          findings.refuse(Tree.idOf(element), "dmnElementRef", RULE, "What is drawn here, %s, is not in the file.".formatted(Quoted.of(of)));
        }
      }
      if (Tree.is(element, DecisionParts.DMN, "requiredInput")) {
        input(element, element.getAttribute("href"));
      }
    }
  }

  private void input(Element element, String href) {
    Element input = href.startsWith("#") ? ids.get(href.substring(1)) : null;
    if (input == null || !"inputData".equals(input.getLocalName())) {
      findings.refuse(Tree.idOf(element), "href", RULE, "The input %s is not in the file.".formatted(Quoted.of(href)));
    }
  }
}
