package io.stile.gate;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Each task names who or what does it, and whoever or whatever that is exists: a department, a form, a table, an action, a topic, a protocol. */
final class WorkRules {

  private static final Pattern FORM = Pattern.compile("[a-z0-9-]+\\.[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  private static final Set<String> NAMING = Set.of("resultVariable", "elementVariable", "errorCodeVariable", "errorMessageVariable",
      "escalationCodeVariable", "initiator");

  private final Surroundings around;
  private final FindingList findings;

  WorkRules(Surroundings around, FindingList findings) {
    this.around = around;
    this.findings = findings;
  }

  void check(Diagram diagram) {
    diagram.all("userTask").forEach(this::checkGroup);
    diagram.all().stream().filter(element -> element.hasAttributeNS(Bpmn.CAMUNDA, "formRef")).forEach(element -> checkForm(diagram, element));
    diagram.all("serviceTask").forEach(this::checkService);
    diagram.all("businessRuleTask").forEach(task -> checkDecision(diagram, task));
    diagram.all("callActivity").forEach(call -> checkCall(diagram, call));
    diagram.all().forEach(this::checkNewNames);
  }

  private void checkGroup(Element step) {
    String group = Diagram.camunda(step, "candidateGroups");
    Set<String> roles = around.words().roles();
    if (group.isBlank()) {
      findings.refuse(Tree.idOf(step), "candidateGroups", "step-is-somebodys",
          "Nobody is to do this step. Give it to a department or to a role word: %s.".formatted(PropertyRules.list(roles)));
    } else if (!roles.contains(group) && around.company() && !around.known().departments().contains(group)) {
      Set<String> whom = new TreeSet<>(around.known().departments());
      whom.addAll(roles);
      findings.refuse(Tree.idOf(step), "candidateGroups", "step-is-somebodys",
          "There is no department %s. Choose one of %s.".formatted(Quoted.of(group), String.join(", ", whom)));
    }
  }

  private void checkForm(Diagram diagram, Element element) {
    String form = Diagram.camunda(element, "formRef");
    if (!FORM.matcher(form).matches() || !form.startsWith(diagram.id() + ".")) {
      findings.refuse(Tree.idOf(element), "formRef", "step-has-its-form",
          "The form is called %s. Name it after this process and its step, like “%s.start”.".formatted(Quoted.of(form), Quoted.plain(diagram.id())));
    } else if (!Diagram.camunda(element, "formRefBinding").equals("deployment")) {
      findings.refuse(Tree.idOf(element), "formRefBinding", "step-has-its-form",
          "formRefBinding is not “deployment”. Write that, so that a running request keeps the form it started with.");
    } else if (!around.hasForm(diagram.id(), form)) {
      missing(element, "formRef", "step-has-its-form", "There is no form %s (%s). Make it, or choose another one."
          .formatted(Quoted.of(form), Bundle.formOf(form)));
    }
  }

  /** A file that was not handed in may come with the next one; whoever publishes hands in all of them. */
  private void missing(Element element, String place, String rule, String message) {
    if (around.alone()) {
      findings.advise(Tree.idOf(element), place, rule, message);
    } else {
      findings.refuse(Tree.idOf(element), place, rule, message);
    }
  }

  private void checkService(Element task) {
    boolean external = Diagram.camunda(task, "type").equals("external");
    boolean action = Diagram.properties(task).containsKey("action");
    String topic = Diagram.camunda(task, "topic");
    if (!external && !action) {
      findings.refuse(Tree.idOf(task), "action", "service-task-names-an-action",
          "Nothing says what is to be done. Choose an action: %s.".formatted(PropertyRules.list(around.words().actions())));
    } else if (external && !around.words().topics().contains(topic)) {
      findings.refuse(Tree.idOf(task), "topic", "service-task-names-an-action", "No program outside takes work of the topic %s. %s".formatted(Quoted.of(topic),
          around.words().topics().isEmpty() ? "Choose an action instead." : "Choose one of " + PropertyRules.list(around.words().topics()) + "."));
    } else if (external && action) {
      findings.refuse(Tree.idOf(task), "action", "service-task-names-an-action", "The task names an action and a topic. Leave one of them.");
    }
  }

  private void checkDecision(Diagram diagram, Element task) {
    String decision = Diagram.camunda(task, "decisionRef");
    if (!ProcessRules.KEY.matcher(decision).matches() || !decision.startsWith(diagram.id() + "-")) {
      findings.refuse(Tree.idOf(task), "decisionRef", "decision-is-bound",
          "The decision table is called %s. Name it after this process and what it decides, like “%s-eligibility”.".formatted(Quoted.of(decision), Quoted.plain(diagram.id())));
    } else if (!around.hasDecision(diagram.id(), decision)) {
      missing(task, "decisionRef", "decision-is-bound", "There is no decision table %s (%s). Make it, or choose another one."
          .formatted(Quoted.of(decision), Bundle.decisionOf(decision)));
    }
    require(Diagram.camunda(task, "decisionRefBinding").equals("deployment"), task, "decisionRefBinding", "decision-is-bound",
        "decisionRefBinding is not “deployment”. Write that, so that a running request keeps its table.");
    require(Diagram.camunda(task, "mapDecisionResult").equals("singleEntry"), task, "mapDecisionResult", "decision-is-bound",
        "mapDecisionResult is not “singleEntry”. Write that: a table has one result.");
    require(!Diagram.camunda(task, "resultVariable").isBlank(), task, "resultVariable", "decision-is-bound",
        "The result has no name. Name it, so that conditions can use it.");
  }

  private void checkCall(Diagram diagram, Element call) {
    String called = call.getAttribute("calledElement");
    if (around.words().callable().contains(diagram.id())) {
      findings.refuse(Tree.idOf(call), "calledElement", "recursion",
          "A protocol that others call calls nothing itself: the two could call each other without end. Draw its next rung here.");
    } else {
      require(around.words().callable().contains(called), call, "calledElement", "call-is-a-protocol",
          "%s is no protocol that a model calls. Choose one of %s.".formatted(Quoted.of(called), PropertyRules.list(around.words().callable())));
    }
    boolean key = Diagram.extensions(call, "in").anyMatch(in -> in.getAttribute("businessKey").equals(Bpmn.BUSINESS_KEY));
    require(key, call, "in", "call-passes-business-key",
        "The call does not pass the number of the request. Add camunda:in with businessKey “%s”.".formatted(Bpmn.BUSINESS_KEY));
  }

  /** Whatever gives something a name gives it a plain one that means nothing else. */
  private void checkNewNames(Element element) {
    NAMING.stream().filter(attribute -> element.hasAttributeNS(Bpmn.CAMUNDA, attribute))
        .forEach(attribute -> checkNewName(element, attribute, Diagram.camunda(element, attribute)));
    if (Bpmn.CAMUNDA.equals(element.getNamespaceURI())) {
      switch (element.getLocalName()) {
        case "inputParameter", "outputParameter" -> checkNewName(element, "name", element.getAttribute("name"));
        case "in", "out" -> {
          if (element.hasAttribute("target") && !element.getAttribute("source").equals(element.getAttribute("target"))) {
            checkNewName(element, "target", element.getAttribute("target"));
          }
        }
        default -> { }
      }
    }
  }

  private void checkNewName(Element element, String place, String name) {
    require(NAME.matcher(name).matches() && name.length() <= 100 && !around.reserved().has(name) && !around.reserved().isDecided(name), element, place, "names-are-free",
        "%s is called %s. Use letters and digits that begin with a letter, and no word that means something already, or that the platform decides.".formatted(place, Quoted.of(name)));
  }

  private void require(boolean holds, Element element, String place, String rule, String message) {
    if (!holds) {
      findings.refuse(Tree.idOf(element), place, rule, message);
    }
  }
}
