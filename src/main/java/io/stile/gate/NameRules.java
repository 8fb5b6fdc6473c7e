package io.stile.gate;

import io.stile.engine.ExpressionGrammar;
import java.util.HashSet;
import java.util.Set;
import org.w3c.dom.Element;

/** A name in a condition or date is a field of a form of this process, the result of a decision, or what the platform provides. */
final class NameRules {

  private static final String RULE = "names-are-known";
  /** What the engine counts where something is done several times. */
  private static final Set<String> COUNTERS = Set.of("loopCounter", "nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances");
  /** What a protocol is about; given on to Escalate as it is. */
  private static final Set<String> SUBJECTS = Set.of("lateTask");

  private final Surroundings around;
  private final FindingList findings;
  /** Said with each finding, so written once. */
  private String choices = "";

  NameRules(Surroundings around, FindingList findings) {
    this.around = around;
    this.findings = findings;
  }

  void check(Diagram diagram) {
    Set<String> known = known(diagram);
    choices = Quoted.plain(PropertyRules.list(known));
    boolean allThere = forms(diagram).stream().allMatch(form -> around.hasForm(diagram.id(), form));
    for (Element element : diagram.all()) {
      Tree.attributes(element).stream().filter(attribute -> !attribute.getLocalName().equals("businessKey"))
          .forEach(attribute -> check(element, attribute.getLocalName(), attribute.getValue(), known, allThere));
      check(element, element.getLocalName(), Tree.text(element), known, allThere);
      if (Tree.is(element, Bpmn.CAMUNDA, "in") && element.hasAttribute("source")) {
        checkName(element, "source", element.getAttribute("source"), known, allThere);
      }
    }
  }

  private static Set<String> forms(Diagram diagram) {
    Set<String> forms = new HashSet<>();
    diagram.all().forEach(element -> forms.add(Diagram.camunda(element, "formRef")));
    forms.remove("");
    return forms;
  }

  private Set<String> known(Diagram diagram) {
    Set<String> known = new HashSet<>(around.words().facts());
    known.addAll(around.words().instants());
    known.addAll(COUNTERS);
    known.addAll(SUBJECTS);
    forms(diagram).forEach(form -> known.addAll(around.fields(diagram.id(), form)));
    diagram.all("serviceTask").forEach(task -> known.addAll(around.words().factsOf(Diagram.properties(task).getOrDefault("action", ""))));
    for (Element element : diagram.all()) {
      for (String attribute : new String[] {"resultVariable", "elementVariable", "errorCodeVariable", "errorMessageVariable", "escalationCodeVariable"}) {
        known.add(Diagram.camunda(element, attribute));
      }
      if (Bpmn.CAMUNDA.equals(element.getNamespaceURI())) {
        known.add(element.getLocalName().endsWith("Parameter") ? element.getAttribute("name") : element.getAttribute("target"));
      }
    }
    known.remove("");
    return known;
  }

  private void check(Element element, String place, String text, Set<String> known, boolean allThere) {
    if (!text.contains("${") && !text.contains("#{")) {
      return;
    }
    try {
      ExpressionGrammar.names(text).forEach(name -> checkName(element, place, name, known, allThere));
    } catch (IllegalArgumentException refused) {
      // The grammar is another rule's: an expression that breaks it has no names.
      return;
    }
  }

  /** As long as forms are missing, a name can be a field of one of them, unless it means something else. */
  private void checkName(Element element, String place, String name, Set<String> known, boolean allThere) {
    if (!known.contains(name) && (allThere || around.reserved().has(name))) {
      findings.refuse(Tree.idOf(element), place, RULE,
          "%s is no field of a form of this process, no result of a decision and no fact of the platform. Choose one of %s."
              .formatted(Quoted.of(name), choices));
    }
  }
}
