package io.stile.engine.camunda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationType;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerTaskListenerJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Checks the whole tree of a model against closed lists before the engine parses a part of it, adds the warning timer
 * to each step that has a target, and has everything that is entered counted. Uses the engine's internals: a parse listener comes too late, because the engine
 * creates some of the classes that a model names while it parses.
 */
final class SafeParse extends BpmnParse {

  static final String WARNING = "warning";
  private static final int MAX_DEPTH = 30;
  private static final Set<String> XSD_DEFAULTS = Set.of("expressionLanguage=http://www.w3.org/1999/XPath",
      "implementation=##unspecified", "implementation=##WebService");
  private static final Set<String> CODE_ATTRIBUTES =
      Set.of("language", "expressionLanguage", "implementation", "operationRef");

  private final StepBounds bounds;

  SafeParse(BpmnParser parser, StepBounds bounds) {
    super(parser);
    this.bounds = bounds;
  }

  static final class Factory implements BpmnParseFactory {

    private final StepBounds bounds = new StepBounds();

    @Override
    public BpmnParse createBpmnParse(BpmnParser parser) {
      return new SafeParse(parser, bounds);
    }
  }

  @Override
  protected void parseRootElement() {
    check(rootElement, "definitions", 0);
    checkProcesses();
    if (!hasErrors()) {
      super.parseRootElement();
    }
  }

  private void check(Element element, String owner, int depth) {
    String id = element.attribute("id") == null ? owner : element.attribute("id");
    if (depth > MAX_DEPTH) {
      refuse(element, id, "is nested deeper than " + MAX_DEPTH);
      return;
    }
    checkName(element, id);
    element.attributes().forEach(attribute -> checkAttribute(element, id, attribute));
    checkText(element, id, element.getText());
    checkTimer(element, id);
    element.elements().forEach(child -> check(child, id, depth + 1));
  }

  /** One process that runs, and only when it is told to: what began by itself would belong to no case. */
  private void checkProcesses() {
    List<Element> processes = rootElement.elements().stream().filter(element -> element.getTagName().equals("process")).toList();
    if (processes.size() > 1) {
      refuse(rootElement, "definitions", "a file holds one process, not " + processes.size());
    }
    for (Element process : processes) {
      if (!"true".equals(process.attribute("isExecutable"))) {
        refuse(process, process.attribute("id"), "the process is not executable, so that it would be kept and never run");
      }
      process.elements().stream().filter(element -> element.getTagName().equals("startEvent"))
          .filter(start -> start.elements().stream().anyMatch(child -> child.getTagName().endsWith("EventDefinition")))
          .forEach(start -> refuse(start, start.attribute("id"), "a process may not start by itself"));
    }
  }

  private void checkName(Element element, String id) {
    String namespace = element.getUri() == null ? "" : element.getUri();
    if (!ModelVocabulary.allowsElement(namespace, element.getTagName())) {
      refuse(element, id, "element <" + element.getTagName() + "> of '" + namespace + "' is not allowed");
    }
  }

  private void checkAttribute(Element element, String id, String attribute) {
    String value = element.attribute(attribute);
    int colon = attribute.lastIndexOf(':');
    String namespace = colon > 0 ? attribute.substring(0, colon) : "";
    String name = attribute.substring(colon + 1);
    if (attribute.startsWith("xmlns") || namespace.startsWith("http://www.w3.org/2000/xmlns")) {
      return;
    }
    if (!ModelVocabulary.allowsAttribute(namespace, name)) {
      refuse(element, id, "attribute " + name + " of '" + namespace + "' is not allowed");
    }
    // The schema has already added its defaults, so these values cannot be told from absent attributes.
    if (namespace.isEmpty() && CODE_ATTRIBUTES.contains(name) && !XSD_DEFAULTS.contains(name + "=" + value)) {
      refuse(element, id, "attribute " + name + " is not allowed");
    }
    if (namespace.equals(ModelVocabulary.CAMUNDA) && name.equals("type") && !"external".equals(value)) {
      refuse(element, id, "camunda:type may only be 'external', not '" + value + "'");
    }
    if (element.getTagName().equals("constraint") && name.equals("name") && "validator".equals(value)) {
      refuse(element, id, "validators of one's own are not allowed");
    }
    checkText(element, id, value);
  }

  private void checkText(Element element, String id, String text) {
    try {
      ExpressionRules.names(text);
    } catch (RuntimeException refused) {
      refuse(element, id, refused.getMessage());
    }
  }

  private void checkTimer(Element element, String id) {
    try {
      TimerRules.check(element);
    } catch (ProcessEngineException refused) {
      refuse(element, id, refused.getMessage());
    }
  }

  private void refuse(Element element, String id, String what) {
    addError("Refused at '" + id + "': " + what, element, id);
  }

  @Override
  public ActivityImpl createActivityOnScope(Element element, ScopeImpl scope) {
    ActivityImpl activity = super.createActivityOnScope(element, scope);
    activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) bounds::enter);
    return activity;
  }

  @Override
  public ScopeImpl parseMultiInstanceLoopCharacteristics(Element element, ScopeImpl scope) {
    ScopeImpl body = super.parseMultiInstanceLoopCharacteristics(element, scope);
    if (body instanceof ActivityImpl activity) {
      MultiInstanceActivityBehavior several = (MultiInstanceActivityBehavior) activity.getActivityBehavior();
      activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> bounds.repeat(execution, several));
    }
    return body;
  }

  @Override
  public ActivityImpl parseUserTask(Element element, ScopeImpl scope) {
    ActivityImpl activity = super.parseUserTask(element, scope);
    Map<String, String> properties = ModelElements.propertiesOf(element);
    if (properties.containsKey("sla") || properties.containsKey("due")) {
      addWarning(activity);
    }
    return activity;
  }

  /** The warning is drawn nowhere: it belongs to every step that has a target, or is due when a person said. */
  private void addWarning(ActivityImpl activity) {
    activity.setScope(true);
    activity.setEventScope(activity);
    TimerDeclarationImpl timer = new TimerDeclarationImpl(
        expressionManager.createExpression("${" + PlatformNames.STEP_WARNING + "}"), TimerDeclarationType.DATE,
        TimerTaskListenerJobHandler.TYPE);
    timer.setRawJobHandlerConfiguration(activity.getId() + TimerEventJobHandler.JOB_HANDLER_CONFIG_PROPERTY_DELIMITER
        + TimerEventJobHandler.JOB_HANDLER_CONFIG_TASK_LISTENER_PREFIX + WARNING);
    timer.setActivity(activity);
    timer.setExclusive(true);
    timer.setJobConfiguration(TimerDeclarationType.DATE + ": " + WARNING);
    addJobDeclarationToProcessDefinition(timer,
        (ProcessDefinitionEntity) activity.getProcessDefinition());
    activity.getProperties().putMapEntry(BpmnProperties.TIMEOUT_LISTENER_DECLARATIONS, activity.getId(), new KeptDeclarations(timer));
  }

  /**
   * The warning of a step. The engine takes what it has found while it moves a process out of the target's own declarations, for good:
   * after the first request had moved, no step of that version would ever warn again.
   */
  private static final class KeptDeclarations extends HashMap<String, TimerDeclarationImpl> {

    KeptDeclarations(TimerDeclarationImpl warning) {
      put(WARNING, warning);
    }

    @Override
    public TimerDeclarationImpl remove(Object key) {
      return get(key);
    }
  }
}
