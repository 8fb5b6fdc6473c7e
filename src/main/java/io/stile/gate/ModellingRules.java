package io.stile.gate;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;

/**
 * Says what is not good in a model that can run. Whether what it names exists (departments, forms, employees) is not asked here. The work
 * grows with the size of the model, and nothing in a well-formed file makes it fail.
 */
final class ModellingRules {

  private ModellingRules() {}

  /** What breaks the rules, in their order; nothing for a file without a process, which others refuse. */
  static List<Finding> findings(Document document) {
    return DrawnModel.of(document).stream()
        .flatMap(model -> Arrays.stream(ModellingRule.values()).flatMap(rule -> rule.findings(model))).toList();
  }

  /** The same without what a rule has found already at that element, or anybody at the same place of it: nobody is told twice. */
  static List<Finding> findings(Document document, Collection<Finding> already) {
    Set<String> said = already.stream().flatMap(finding -> Stream.of(rule(finding), place(finding))).collect(Collectors.toSet());
    return findings(document).stream().filter(finding -> !said.contains(rule(finding)))
        .filter(finding -> finding.place().isEmpty() || !said.contains(place(finding))).toList();
  }

  private static String rule(Finding finding) {
    return "rule " + finding.rule() + " " + finding.element();
  }

  private static String place(Finding finding) {
    return "place " + finding.place() + " " + finding.element();
  }
}
