package io.stile.studio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A decision table to be read: what it asks, row by row, in words.
 *
 * @param policy  which rule decides: {@code the first that fits}
 * @param columns what its conditions ask and its result is called, in the order of the cells
 * @param rows    its rules, from top to bottom
 */
public record TableSheet(String policy, List<String> columns, List<Row> rows) {

  public TableSheet {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A rule.
   *
   * @param cells its conditions, then its result
   * @param why   what its author says of it; empty if nothing
   */
  public record Row(List<String> cells, String why) {

    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** The table of a file; empty if it cannot be read. */
  public static Optional<TableSheet> of(String content) {
    return DraftXml.read(content.getBytes(StandardCharsets.UTF_8))
        .flatMap(document -> DraftXml.all(document, "decisionTable").stream().findFirst()).map(TableSheet::of);
  }

  private static TableSheet of(Element table) {
    List<String> columns = new ArrayList<>();
    DraftXml.children(table, "input").forEach(input -> columns.add(label(input, DraftXml.children(input, "inputExpression").stream()
        .map(expression -> DraftXml.text(expression, "text")).findFirst().orElse(""))));
    DraftXml.children(table, "output").forEach(output -> columns.add(label(output, output.getAttribute("name"))));
    return new TableSheet(TableParts.policy(table), columns, DraftXml.children(table, "rule").stream().map(TableSheet::row).toList());
  }

  private static String label(Element column, String otherwise) {
    return column.getAttribute("label").isBlank() ? otherwise : column.getAttribute("label").strip();
  }

  private static Row row(Element rule) {
    List<String> cells = new ArrayList<>();
    DraftXml.children(rule, "inputEntry").forEach(cell -> cells.add(words(cell, TableParts.ANYTHING)));
    DraftXml.children(rule, "outputEntry").forEach(cell -> cells.add(words(cell, "nothing")));
    return new Row(cells, DraftXml.text(rule, "description"));
  }

  private static String words(Element cell, String empty) {
    String text = DraftXml.text(cell, "text");
    return text.isBlank() ? empty : CellWords.of(text);
  }
}
