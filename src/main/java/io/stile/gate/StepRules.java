package io.stile.gate;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a department step says: who does it, by when, what is to be done, and what the customer may be told. */
final class StepRules {

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern PERCENT = Pattern.compile("[1-9][0-9]?");

  private StepRules() {}

  static Stream<Advice> stepIsComplete(DrawnModel m) {
    return m.steps().stream().flatMap(step -> Stream.of(department(step), target(m, step), warning(step), instructions(step))
        .flatMap(Optional::stream));
  }

  static Stream<Advice> customerTextIsPresent(DrawnModel m) {
    return m.steps().stream().filter(step -> step.property("customerText").isBlank()).map(step -> step.advice("customerText",
        "This step has no text for the customer. Say in one sentence what he may be told meanwhile."));
  }

  private static Optional<Advice> department(DrawnNode step) {
    String group = step.camunda("candidateGroups");
    return advice(!KEY.matcher(group).matches(), step, "candidateGroups", group.isBlank()
        ? "No department does this step. Choose one, or a role."
        : Quoted.of(group) + " is not one department. Choose one, or a role.");
  }

  /** A protocol may name an instant that a person gave instead of a target. */
  private static Optional<Advice> target(DrawnModel m, DrawnNode step) {
    String sla = step.property("sla");
    if (!step.property("due").isEmpty()) {
      return advice(!sla.isEmpty() || !m.isProtocol(), step, "due", "A step has a target or, in a protocol, an instant; never both."
          + " Remove the instant and say how long the step may take.");
    }
    return advice(!Targets.isTarget(sla), step, "sla", sla.isBlank()
        ? "This step has no target. Say how long it may take: " + Targets.EXAMPLES + "."
        : Targets.instead(sla));
  }

  private static Optional<Advice> warning(DrawnNode step) {
    String warnAt = step.property("warnAt");
    return advice(!PERCENT.matcher(warnAt).matches(), step, "warnAt", warnAt.isBlank()
        ? "It is not said when the department is warned. Write a percentage of the target from 1 to 99, for example 75."
        : Quoted.of(warnAt) + " is no percentage. Write one from 1 to 99, for example 75.");
  }

  private static Optional<Advice> instructions(DrawnNode step) {
    return advice(step.documentation().isEmpty(), step, "documentation",
        "It is not said what to do in this step. Write the instructions into its documentation.");
  }

  private static Optional<Advice> advice(boolean wrong, DrawnNode step, String place, String message) {
    return wrong ? Optional.of(step.advice(place, message)) : Optional.empty();
  }
}
