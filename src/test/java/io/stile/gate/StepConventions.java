package io.stile.gate;

import java.util.List;
import java.util.stream.Stream;

/** That what a process and its steps name exists: forms, departments, calendars, protocols. */
final class StepConventions {

  private StepConventions() {
  }

  /** Every start and step with a form has it in its folder, bound to the deployment; every form has a step. */
  static List<String> stepHasItsForm(ModelFolder folder) {
    Stream<String> steps = folder.drawn().stream().flatMap(m -> m.nodes().stream()
        .filter(n -> n.type().equals("userTask") || !n.camunda("formRef").isEmpty())
        .flatMap(n -> formOf(folder, m, n).map(f -> m.id() + ": " + f)));
    Stream<String> unused = folder.forms().stream().filter(f -> folder.model(f.process()).stream()
        .flatMap(m -> m.nodes().stream()).noneMatch(n -> n.camunda("formRef").equals(f.id()))).map(f -> f.path() + ": no step uses it");
    return Stream.concat(steps, unused).toList();
  }

  private static Stream<String> formOf(ModelFolder folder, DrawnModel m, DrawnNode n) {
    String ref = n.camunda("formRef");
    List<String> words = List.of(ref.substring(ref.indexOf('.') + 1).split("-"));
    boolean named = n.type().equals("startEvent") || NamingRules.abbreviates(words, String.join(" ", NamingRules.words(n.word())));
    return Findings.of(folder.formsOf(m.id()).stream().noneMatch(f -> f.id().equals(ref)), n.id() + ": no form \"" + ref + "\" in forms/" + m.id())
        .and(!"deployment".equals(n.camunda("formRefBinding")), n.id() + ": formRefBinding is deployment, so that a request keeps its form")
        .and(!named, n.id() + ": the form \"" + ref + "\" is not named after the step").stream();
  }

  static Stream<String> whoDoesStepsExists(DrawnModel m) {
    return m.steps().stream().flatMap(s -> Findings
        .of(!SampleWords.DEPARTMENTS.contains(s.camunda("candidateGroups")) && !SampleWords.ROLES.contains(s.camunda("candidateGroups")),
            s.id() + ": candidateGroups \"" + s.camunda("candidateGroups") + "\" is no department and no role word")
        .and(!s.property("due").isEmpty() && !SampleWords.INSTANTS.contains(s.property("due")), s.id() + ": unknown instant " + s.property("due"))
        .stream());
  }

  static Stream<String> whoOwnsRequestsExists(DrawnModel m) {
    String policy = m.property("ownerPolicy");
    String calendar = m.property("calendar");
    return Findings.of(!m.isProtocol() && !policy.equals("opener") && !SampleWords.DEPARTMENTS.contains(policy),
            m.id() + ": ownerPolicy \"" + policy + "\" is neither opener nor a department")
        .and(!calendar.isEmpty() && !SampleWords.DEPARTMENTS.contains(calendar), m.id() + ": unknown calendar " + calendar).stream();
  }

  static Stream<String> whatIsCalledExists(DrawnModel m) {
    return m.nodes("callActivity").filter(c -> !SampleWords.CALLED_PROTOCOLS.contains(c.attribute("calledElement")))
        .map(c -> c.id() + ": \"" + c.attribute("calledElement") + "\" is no protocol that a model calls");
  }
}
