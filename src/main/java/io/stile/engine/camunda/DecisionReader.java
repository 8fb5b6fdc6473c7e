package io.stile.engine.camunda;

import io.stile.engine.DecisionTable;
import java.util.List;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.InputClause;
import org.camunda.bpm.model.dmn.instance.OutputClause;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/** Reads a decision table for people out of its file. */
final class DecisionReader {

  private DecisionReader() {}

  static DecisionTable read(DmnModelInstance file, String id) {
    Decision decision = file.getModelElementById(id);
    List<String> inputs = file.getModelElementsByType(InputClause.class).stream().map(InputClause::getLabel).toList();
    String result = file.getModelElementsByType(OutputClause.class).stream().map(OutputClause::getLabel).findFirst()
        .orElse("");
    List<DecisionTable.Rule> rules = file.getModelElementsByType(Rule.class).stream().map(DecisionReader::rule).toList();
    return new DecisionTable(id, decision.getName(), words(decision.getDescription()), inputs, result, rules);
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
