package io.stile.gate;

import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** Whatever one part of a diagram says about another is said of something that is there. */
final class ReferenceRules {

  private static final List<String> REFERENCES = List.of("sourceRef", "targetRef", "attachedToRef", "errorRef", "escalationRef", "bpmnElement",
      "default", "categoryValueRef", "dataObjectRef", "dataStoreRef", "activityRef");
  private static final Set<String> TEXTS = Set.of("incoming", "outgoing", "flowNodeRef");

  private final FindingList findings;

  ReferenceRules(FindingList findings) {
    this.findings = findings;
  }

  void check(Diagram diagram) {
    for (Element element : diagram.all()) {
      if (Bpmn.CAMUNDA.equals(element.getNamespaceURI())) {
        continue;
      }
      REFERENCES.stream().filter(element::hasAttribute).forEach(reference -> check(diagram, element, reference, element.getAttribute(reference)));
      if (TEXTS.contains(element.getLocalName())) {
        check(diagram, element, element.getLocalName(), Tree.text(element).strip());
      }
    }
  }

  private void check(Diagram diagram, Element element, String reference, String id) {
    if (!diagram.byId().containsKey(id)) {
      findings.refuse(Tree.idOf(element), reference, "references-exist",
          "%s names %s, which is not in the file. Draw it, or take the reference out.".formatted(reference, Quoted.of(id)));
    }
  }
}
