package io.stile.studio;

import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.sla.Target;
import io.stile.sla.TargetWords;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Puts what stands in a model into the words of those who draw it. */
final class PropertyWords {

  private static final Map<String, String> NAMES = Map.ofEntries(
      Map.entry("name", "Name"), Map.entry("candidateGroups", "Department"), Map.entry("formRef", "Form"), Map.entry("decisionRef", "Decision"),
      Map.entry("resultVariable", "Result"), Map.entry("calledElement", "Calls"), Map.entry("default", "Otherwise"),
      Map.entry("attachedToRef", "On"), Map.entry("cancelActivity", "Ends the step"), Map.entry("isInterrupting", "Interrupts"),
      Map.entry("historyTimeToLive", "History kept for"), Map.entry("sourceRef", "From"), Map.entry("targetRef", "To"),
      Map.entry("sla", "Target"), Map.entry("warnAt", "Warn at"), Map.entry("customerText", "Customer sees"), Map.entry("notBy", "Not by who did"),
      Map.entry("calendar", "Calendar"), Map.entry("promise", "Promise to the customer"), Map.entry("ownerPolicy", "Owner of a request"),
      Map.entry("processOwner", "Process owner"), Map.entry("verification", "Verification of the caller"), Map.entry("kind", "Kind"),
      Map.entry("due", "Due"), Map.entry("answerWithin", "Answer a return within"), Map.entry("outcome", "Outcome"), Map.entry("action", "Action"),
      Map.entry("documentation", "What to do"), Map.entry("conditionExpression", "Condition"), Map.entry("timeDate", "Goes off at"),
      Map.entry("timeDuration", "Goes off after"), Map.entry("timeCycle", "Goes off every"), Map.entry("messageRef", "Message"),
      Map.entry("escalationRef", "Escalation"), Map.entry("signalRef", "Signal"), Map.entry("errorRef", "Error"), Map.entry("topic", "Topic"),
      Map.entry("text", "Text"), Map.entry("promiseAnew", "Promised anew"));
  private static final Set<String> TARGETS = Set.of("sla", "promise", "answerWithin", "promiseAnew");
  private static final Map<String, String> ROLES = Map.of("role-owner", "the owner of the request", "role-lead", "the lead of the department",
      "role-target", "whom it concerns", "opener", "whoever opens it");

  private final UnaryOperator<String> departments;
  private final UnaryOperator<String> employees;

  /**
   * @param departments the name of a department by its key
   * @param employees   the name of an employee by his sign-in name
   */
  PropertyWords(UnaryOperator<String> departments, UnaryOperator<String> employees) {
    this.departments = departments;
    this.employees = employees;
  }

  /** With the names as they are now; those of nobody stay what they are. */
  static PropertyWords of(Organisation organisation) {
    return new PropertyWords(key -> organisation.department(key).map(Department::name).orElse(key),
        signIn -> organisation.employee(signIn).map(Employee::name).orElse(signIn));
  }

  /** A property's name: that of the file as words of its own where it has none. */
  static String name(String property) {
    return NAMES.getOrDefault(property, PlatformWords.words(property));
  }

  /** What a property says. */
  String value(String property, String value) {
    if (TARGETS.contains(property)) {
      return target(value);
    }
    return switch (property) {
      case "candidateGroups" -> department(value);
      case "ownerPolicy" -> ROLES.containsKey(value) ? ROLES.get(value) : "a member of " + department(value);
      case "processOwner" -> employees.apply(value);
      case "warnAt" -> value + " %";
      case "cancelActivity", "isInterrupting" -> value.equals("true") ? "yes" : value.equals("false") ? "no" : value;
      case "timeDate" -> value.matches("\\$\\{[A-Za-z]+\\}") ? PlatformWords.instantOr(value.substring(2, value.length() - 1), value) : value;
      default -> value;
    };
  }

  /** The name of a department, or what a role word stands for. */
  String department(String group) {
    return ROLES.containsKey(group) ? ROLES.get(group) : departments.apply(group);
  }

  private static String target(String value) {
    try {
      return TargetWords.of(Target.parse(value));
    } catch (IllegalArgumentException none) {
      return value;
    }
  }
}
