package io.stile.engine.camunda;

import io.stile.engine.DecisionTable;
import java.util.Optional;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/** Reads a decision table for people out of its file. */
final class DecisionReader {

  private DecisionReader() {}

  /** The table of a decision, empty if it is decided in another way than by a table. */
  static Optional<DecisionTable> read(DmnModelInstance file, String id) {
    return file.getModelElementsByType(Decision.class).stream().filter(decision -> decision.getId().equals(id))
        .filter(decision -> decision.getExpression() instanceof org.camunda.bpm.model.dmn.instance.DecisionTable)
        .map(decision -> table(decision, (org.camunda.bpm.model.dmn.instance.DecisionTable) decision.getExpression()))
        .findFirst();
  }

  private static DecisionTable table(Decision decision, org.camunda.bpm.model.dmn.instance.DecisionTable rows) {
    return new DecisionTable(decision.getId(), or(decision.getName(), decision.getId()), words(decision.getDescription()),
        rows.getInputs().stream().map(input -> or(input.getLabel(), input.getId())).toList(),
        rows.getOutputs().stream().map(output -> or(output.getLabel(), output.getName())).findFirst().orElse(""),
        rows.getRules().stream().map(DecisionReader::rule).toList());
  }

  private static String or(String label, String otherwise) {
    return label == null ? otherwise : label;
  }

  private static DecisionTable.Rule rule(Rule rule) {
    return new DecisionTable.Rule(rule.getInputEntries().stream().map(entry -> words(entry.getText())).toList(),
        rule.getOutputEntries().stream().map(entry -> words(entry.getText())).findFirst().orElse(""),
        words(rule.getDescription()));
  }

  private static String words(Text text) {
    return text == null ? "" : text.getTextContent().strip();
  }

  private static String words(Description text) {
    return text == null ? "" : text.getTextContent().strip();
  }
}
