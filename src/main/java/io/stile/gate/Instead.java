package io.stile.gate;

import java.util.HashMap;
import java.util.Map;

/** What to draw in place of a part that is not allowed, in words for whoever drew it. */
final class Instead {

  private static final String ACTION = "Draw a service task and choose an action for it; what is missing there, the developers can add.";
  private static final String NOTHING = "Take it out.";
  private static final Map<String, String> BY_NAME = new HashMap<>();

  static {
    for (String code : new String[] {"scriptTask", "sendTask", "script", "executionListener", "taskListener", "connector", "class", "expression",
        "delegateExpression", "field", "resource", "variableMappingClass", "variableMappingDelegateExpression", "implementation", "operationRef"}) {
      BY_NAME.put(code, "Nothing in a model runs code here. " + ACTION);
    }
    BY_NAME.put("adHocSubProcess", "Draw the order of the work, or a parallel gateway.");
    BY_NAME.put("complexGateway", "Draw an exclusive, parallel or inclusive gateway.");
    BY_NAME.put("conditionalEventDefinition", "Draw a gateway where the condition matters.");
    BY_NAME.put("timeCycle", "Timers do not repeat here. Draw a loop with a step of a person in it.");
    BY_NAME.put("standardLoopCharacteristics", "Draw the loop with a gateway.");
    BY_NAME.put("import", "Nothing is read from elsewhere. " + NOTHING);
    BY_NAME.put("schemaLocation", "Nothing is read from elsewhere. " + NOTHING);
    BY_NAME.put("noNamespaceSchemaLocation", "Nothing is read from elsewhere. " + NOTHING);
    for (String person : new String[] {"assignee", "candidateUsers", "potentialOwner", "humanPerformer", "performer"}) {
      BY_NAME.put(person, "Give the step to a department or to a role word (candidateGroups).");
    }
    for (String form : new String[] {"formKey", "formData", "formProperty", "formHandlerClass"}) {
      BY_NAME.put(form, "Give the step a form of its own (formRef).");
    }
    for (String language : new String[] {"language", "expressionLanguage", "typeLanguage", "scriptFormat"}) {
      BY_NAME.put(language, "There is one language for conditions, so none is written. " + NOTHING);
    }
    for (String start : new String[] {"candidateStarterGroups", "candidateStarterUsers"}) {
      BY_NAME.put(start, "Every employee may open a request. " + NOTHING);
    }
  }

  private Instead() {}

  /** The advice for an element or attribute of that name. */
  static String of(String name) {
    return BY_NAME.getOrDefault(name, NOTHING);
  }
}
