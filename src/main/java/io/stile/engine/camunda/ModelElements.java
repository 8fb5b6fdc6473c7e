package io.stile.engine.camunda;

import io.stile.engine.CaseKey;
import io.stile.engine.ModelStep;
import io.stile.engine.ModelVersion;
import io.stile.engine.StepContext;
import io.stile.engine.StepId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/**
 * Reads what Stile needs from the engine's picture of a model. Uses the engine's internals, because extension properties
 * are not part of what the engine hands out at run time.
 */
final class ModelElements {

  /** The variable that says which late task an escalation is about. */
  static final String LATE_TASK = "lateTask";
  /** The variable that says which promise is watched. */
  static final String PROMISE = "promise";
  /** The variable that says which task's review date is watched. */
  static final String WAITING_TASK = "waitingTask";
  /** The variable that says what any other protocol is about. */
  static final String SUBJECT = "subject";
  /** The variables that say what a protocol is about. A process carries one of them, only protocols do. */
  static final List<String> SUBJECTS = List.of(LATE_TASK, PROMISE, WAITING_TASK, SUBJECT);

  /** The variable that says, while a completion is taken back, which step begins again. */
  static final String AGAIN = "stile:again";

  private static final String STEP = "stile:step";
  private static final String LATE_TIMER = "stile:lateTimer";

  private ModelElements() {}

  /** The extension properties of an element, in the order in which they are written. */
  static Map<String, String> propertiesOf(Element element) {
    Map<String, String> properties = new LinkedHashMap<>();
    children(element, "extensionElements").flatMap(extensions -> children(extensions, "properties"))
        .flatMap(all -> children(all, "property"))
        .forEach(property -> properties.put(property.attribute("name"), property.attribute("value")));
    return properties;
  }

  /** Reads a step from its element and keeps it with the activity, where {@link #stepOf} finds it. */
  static ModelStep keepStep(Element element, ActivityImpl activity) {
    ModelStep step = new ModelStep(activity.getId(), oneLine(element.attribute("name")), documentationOf(element),
        element.attributeNS(namespace(), "candidateGroups"), element.attributeNS(namespace(), "formRef"),
        propertiesOf(element));
    activity.setProperty(STEP, step);
    return step;
  }

  static Optional<ModelStep> stepOf(ActivityImpl activity) {
    return Optional.ofNullable((ModelStep) activity.getProperty(STEP));
  }

  /** The step that an execution stands in. */
  static StepContext contextOf(ExecutionEntity execution) {
    ActivityImpl activity = execution.getActivity();
    ModelStep step = stepOf(activity).orElseThrow(
        () -> new IllegalStateException("'" + activity.getId() + "' is no step for people"));
    ProcessDefinitionEntity definition = execution.getProcessDefinition();
    return new StepContext(new CaseKey(execution.getProcessBusinessKey()), new ModelVersion(definition.getId()),
        definition.getKey(), step, subjectOf(execution), again(execution), ClockUtil.getCurrentTime().toInstant());
  }

  private static StepId again(VariableScope scope) {
    return scope.getVariable(AGAIN) instanceof String step ? new StepId(step) : null;
  }

  /** What a protocol is about, null outside of protocols. */
  static String subjectOf(VariableScope scope) {
    return SUBJECTS.stream().map(scope::getVariable).filter(value -> value != null).map(String::valueOf)
        .findFirst().orElse(null);
  }

  /** Keeps with the activity of a boundary timer whether it goes off when its step is late. */
  static void keepTimer(Element definition, ActivityImpl timer) {
    timer.setProperty(LATE_TIMER, children(definition, "timeDate").map(Element::getText).map(String::strip)
        .anyMatch(("${" + PlatformNames.STEP_DUE + "}")::equals));
  }

  static boolean isLateTimer(ActivityImpl timer) {
    return Boolean.TRUE.equals(timer.getProperty(LATE_TIMER));
  }

  static String documentationOf(Element element) {
    return children(element, "documentation").map(Element::getText).map(String::strip).findFirst().orElse("");
  }

  /** A label that a modeler has broken into lines, in one line. */
  static String oneLine(String label) {
    return label == null ? null : label.replaceAll("\\s+", " ").strip();
  }

  private static Stream<Element> children(Element element, String name) {
    return element.elements().stream().filter(child -> child.getTagName().equals(name));
  }

  private static Namespace namespace() {
    return new Namespace(ModelVocabulary.CAMUNDA);
  }
}
