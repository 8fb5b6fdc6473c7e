package io.stile.studio;

import io.stile.studio.Difference.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Compares decision tables column by column and row by row. */
final class TableParts {

  /** What a condition says that nobody filled in. */
  static final String ANYTHING = "anything";

  private final List<Part> columns = new ArrayList<>();
  private final List<Part> rules = new ArrayList<>();

  private TableParts(Document document) {
    for (Element decision : DraftXml.all(document, "decision")) {
      Map<String, String> about = new LinkedHashMap<>();
      about.put("Name", decision.getAttribute("name"));
      about.put("About", DraftXml.text(decision, "description"));
      DraftXml.children(decision, "decisionTable").forEach(table -> {
        about.put("Which rule decides", policy(table));
        table(table);
      });
      columns.add(0, new Part(decision.getAttribute("id"), "Table “" + or(decision.getAttribute("name"), decision.getAttribute("id")) + "”", about, ""));
    }
  }

  /** What differs, columns first; empty if one of the two cannot be read. */
  static Optional<List<Item>> compare(byte[] before, byte[] after) {
    Optional<TableParts> old = DraftXml.read(before).map(TableParts::new);
    Optional<TableParts> now = DraftXml.read(after).map(TableParts::new);
    return old.isEmpty() || now.isEmpty() ? Optional.empty() : Optional.of(now.get().since(old.get()));
  }

  /** The parts of a table; empty if it cannot be read. */
  static Optional<List<Part>> parts(byte[] content) {
    return DraftXml.read(content).map(TableParts::new).map(TableParts::all);
  }

  /** Which of several rules that fit decides, in words. */
  static String policy(Element table) {
    return switch (table.getAttribute("hitPolicy")) {
      case "FIRST" -> "the first that fits";
      case "", "UNIQUE" -> "the only one that fits";
      default -> table.getAttribute("hitPolicy");
    };
  }

  /** How people call each column, row and cell, by its id and by its place ({@code rule 3}, {@code input 1}); empty if the table cannot be read. */
  static Map<String, String> titles(byte[] content) {
    Map<String, String> titles = new HashMap<>();
    DraftXml.read(content).stream().flatMap(document -> DraftXml.all(document, "decisionTable").stream()).forEach(table -> {
      List<String> inputs = columns(table, "input", "condition", titles);
      List<String> outputs = columns(table, "output", "result", titles);
      int number = 0;
      for (Element rule : DraftXml.children(table, "rule")) {
        String row = "Rule " + ++number;
        titles.put("rule " + number, row);
        titles.put(rule.getAttribute("id"), row);
        cells(row, DraftXml.children(rule, "inputEntry"), inputs, titles);
        cells(row, DraftXml.children(rule, "outputEntry"), outputs, titles);
      }
    });
    return titles;
  }

  private static List<String> columns(Element table, String kind, String word, Map<String, String> titles) {
    List<String> names = new ArrayList<>();
    for (Element column : DraftXml.children(table, kind)) {
      String text = DraftXml.children(column, "inputExpression").stream().findFirst().map(read -> DraftXml.text(read, "text")).orElse("");
      String name = word + " “" + or(column.getAttribute("label"), or(column.getAttribute("name"), or(text, "" + (names.size() + 1)))) + "”";
      names.add(name);
      titles.put(kind + " " + names.size(), name);
      titles.put(column.getAttribute("id"), name);
      DraftXml.children(column).forEach(inside -> titles.putIfAbsent(inside.getAttribute("id"), name));
    }
    return names;
  }

  private static void cells(String row, List<Element> cells, List<String> columns, Map<String, String> titles) {
    for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
      titles.put(cells.get(i).getAttribute("id"), row + ", " + columns.get(i));
    }
  }

  private List<Part> all() {
    List<Part> all = new ArrayList<>(columns);
    all.addAll(rules);
    return all;
  }

  private List<Item> since(TableParts before) {
    List<Item> items = new ArrayList<>(Parts.compare(before.columns, columns, true));
    // A row that was cut and pasted has another id.
    items.addAll(Parts.compare(before.rules, Aliases.of(before.rules, rules, part -> List.of(part.values(), part.exact())), true));
    return items;
  }

  private void table(Element table) {
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    for (Element input : DraftXml.children(table, "input")) {
      Map<String, String> values = new LinkedHashMap<>();
      DraftXml.children(input, "inputExpression").forEach(expression -> {
        values.put("Reads", DraftXml.text(expression, "text"));
        values.put("Kind", expression.getAttribute("typeRef"));
      });
      DraftXml.children(input, "inputValues").forEach(allowed -> values.put("Values", DraftXml.text(allowed, "text")));
      inputs.add(column(input, "Condition", or(input.getAttribute("label"), values.getOrDefault("Reads", "")), values));
    }
    for (Element output : DraftXml.children(table, "output")) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("Name of the result", output.getAttribute("name"));
      values.put("Kind", output.getAttribute("typeRef"));
      DraftXml.children(output, "outputValues").forEach(allowed -> values.put("Values", DraftXml.text(allowed, "text")));
      outputs.add(column(output, "Result", or(output.getAttribute("label"), output.getAttribute("name")), values));
    }
    int number = 0;
    for (Element rule : DraftXml.children(table, "rule")) {
      rule(rule, ++number, inputs, outputs);
    }
  }

  private String column(Element column, String kind, String label, Map<String, String> values) {
    values.put("Label", column.getAttribute("label"));
    columns.add(new Part(or(column.getAttribute("id"), kind + label), kind + " “" + label + "”", values, ""));
    return label;
  }

  private void rule(Element rule, int number, List<String> inputs, List<String> outputs) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> exact = new HashMap<>();
    cells(DraftXml.children(rule, "inputEntry"), inputs, ANYTHING, values, exact);
    cells(DraftXml.children(rule, "outputEntry"), outputs, "", values, exact);
    values.put("Why", DraftXml.text(rule, "description"));
    String why = DraftXml.text(rule, "description");
    rules.add(new Part(or(rule.getAttribute("id"), "rule " + number), "Rule " + number + (why.isEmpty() ? "" : " “" + why + "”"), values, exact, ""));
  }

  private static void cells(List<Element> entries, List<String> columns, String empty, Map<String, String> values,
      Map<String, String> exact) {
    for (int i = 0; i < entries.size(); i++) {
      String column = i < columns.size() && !columns.get(i).isEmpty() ? columns.get(i) : "Column " + (i + 1);
      String cell = or(DraftXml.text(entries.get(i), "text"), empty);
      values.merge(column, CellWords.of(cell), (one, two) -> one + "; " + two);
      exact.merge(column, cell, (one, two) -> one + "; " + two);
    }
  }

  private static String or(String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : text.strip();
  }
}
