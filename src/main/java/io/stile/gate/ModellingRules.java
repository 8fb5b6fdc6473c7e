package io.stile.gate;

import java.util.Arrays;
import java.util.List;
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
}
