package io.stile.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Small changes to diagrams and tables, as somebody makes them while he draws. */
final class DiagramMutations {

  private static final Pattern TASK = Pattern.compile("<bpmn:(?:userTask|serviceTask|exclusiveGateway|endEvent) id=\"([^\"]+)\"");
  private static final Pattern RULE = Pattern.compile("[ \\t]*<rule id=\"([^\"]+)\">.*?</rule>\\s*?\\n", Pattern.DOTALL);

  private DiagramMutations() {}

  /** Ids of elements that people see. */
  static List<String> elements(String diagram) {
    return TASK.matcher(diagram).results().map(found -> found.group(1)).toList();
  }

  static String renamed(String diagram, String element) {
    return diagram.replaceFirst("(id=\"" + element + "\"[^>]*\\bname=\")([^\"]*)\"", "$1$2 again\"");
  }

  static String moved(String diagram, String element) {
    Matcher shape = Pattern.compile("(bpmnElement=\"" + element + "\"[^>]*>\\s*<dc:Bounds[^>]*\\by=\")(-?\\d+)").matcher(diagram);
    return shape.replaceFirst(found -> found.group(1) + (Integer.parseInt(found.group(2)) + 40));
  }

  /** The rows of a table, each as it stands in the file. */
  static List<String> rules(String table) {
    return RULE.matcher(table).results().map(found -> found.group()).toList();
  }

  static String idOf(String rule) {
    Matcher found = RULE.matcher(rule);
    return found.find() ? found.group(1) : "";
  }

  /** The table with other rows. */
  static String withRules(String table, List<String> rules) {
    List<String> before = rules(table);
    int from = table.indexOf(before.get(0));
    int until = table.indexOf(before.get(before.size() - 1)) + before.get(before.size() - 1).length();
    return table.substring(0, from) + String.join("", rules) + table.substring(until);
  }

  static <T> List<T> swapped(List<T> all, int one, int two) {
    List<T> swapped = new ArrayList<>(all);
    swapped.set(one, all.get(two));
    swapped.set(two, all.get(one));
    return swapped;
  }
}
