package io.stile.engine.camunda;

import io.stile.engine.Action;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The names that the conditions, timers, decisions and actions of a version read. Only these become variables: each one
 * costs the engine three rows, and the answers of a step are kept in a table of ours anyway.
 */
@Component
class UsedNames {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

  private final RepositoryService repository;
  private final ObjectProvider<Action> actions;
  private final Map<String, Set<String>> byVersion = new ConcurrentHashMap<>();

  UsedNames(RepositoryService repository, ObjectProvider<Action> actions) {
    this.repository = repository;
    this.actions = actions;
  }

  /** What is left of the facts when the names that the version does not read are taken away. */
  Map<String, Object> keep(String version, Map<String, ?> facts) {
    Set<String> used = byVersion.computeIfAbsent(version, this::read);
    Map<String, Object> kept = new LinkedHashMap<>();
    facts.forEach((name, value) -> {
      if (used.contains(name)) {
        kept.put(name, plain(value));
      }
    });
    return kept;
  }

  /** The names that a decision of a version reads. */
  Set<String> ofDecision(String version, String decision) {
    Set<String> names = new TreeSet<>();
    String deployment = repository.getProcessDefinition(version).getDeploymentId();
    repository.getDeploymentResources(deployment).stream().map(Resource::getName)
        .filter(file -> file.endsWith("/" + decision + ".dmn") || file.equals(decision + ".dmn"))
        .forEach(file -> readDecision(deployment, file, names));
    return names;
  }

  /** The engine would serialise anything but its primitive types as a Java object. */
  private static Object plain(Object value) {
    if (value instanceof java.math.BigDecimal decimal) {
      return decimal.doubleValue();
    }
    return value instanceof List<?> list ? list.toString() : value;
  }

  private Set<String> read(String version) {
    Set<String> names = new TreeSet<>();
    BpmnModelInstance diagram = repository.getBpmnModelInstance(version);
    readDiagram(diagram.getDocument().getRootElement(), names);
    String deployment = repository.getProcessDefinition(version).getDeploymentId();
    for (Resource resource : repository.getDeploymentResources(deployment)) {
      if (resource.getName().endsWith(".dmn")) {
        readDecision(deployment, resource.getName(), names);
      }
    }
    // What a protocol is about is said by the platform. A form of a request type must not be able to say it.
    if (isProtocol(diagram)) {
      names.addAll(ModelElements.SUBJECTS);
    } else {
      ModelElements.SUBJECTS.forEach(names::remove);
    }
    return names;
  }

  private static boolean isProtocol(BpmnModelInstance diagram) {
    return diagram.getModelElementsByType(CamundaProperty.class).stream()
        .anyMatch(property -> "kind".equals(property.getCamundaName()) && "protocol".equals(property.getCamundaValue()));
  }

  /** The names that an element of a diagram reads, with everything in it. */
  void readDiagram(DomElement element, Set<String> names) {
    if (element.getChildElements().isEmpty()) {
      names.addAll(ExpressionRules.names(element.getTextContent()));
    }
    for (String attribute : List.of("value", "name", "source", "sourceExpression")) {
      String value = element.getAttribute(attribute);
      names.addAll(ExpressionRules.names(value));
    }
    if (element.getLocalName().equals("in") && element.getAttribute("source") != null) {
      names.add(element.getAttribute("source"));
    }
    if (element.getLocalName().equals("property") && "action".equals(element.getAttribute("name"))) {
      readAction(element.getAttribute("value"), names);
    }
    element.getChildElements().forEach(child -> readDiagram(child, names));
  }

  private void readAction(String name, Set<String> names) {
    actions.stream().filter(action -> action.name().equals(name)).forEach(action -> names.addAll(action.reads()));
  }

  /** The names that an action finds out. */
  Set<String> givenBy(String action) {
    Set<String> names = new TreeSet<>();
    actions.stream().filter(each -> each.name().equals(action)).forEach(each -> names.addAll(each.gives()));
    return names;
  }

  private void readDecision(String deployment, String file, Set<String> names) {
    var model = Dmn.readModelFromStream(repository.getResourceAsStream(deployment, file));
    for (Text text : model.getModelElementsByType(Text.class)) {
      Matcher matcher = NAME.matcher(QUOTED.matcher(text.getTextContent()).replaceAll(""));
      while (matcher.find()) {
        names.add(matcher.group());
      }
    }
  }
}
