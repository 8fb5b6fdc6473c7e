package io.stile.engine.camunda;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.HashSet;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;

/**
 * What evaluating a parsed FEEL expression can cost, read off its syntax tree.
 *
 * <p>The FEEL engine cannot be interrupted, so a time limit would leave a busy thread behind, and its answer would depend on the load of the machine.
 * Instead only those parts of the language are allowed whose cost follows from the size of the expression and of its names.
 */
final class FeelCost {

  private static final int MOST_ITERATIONS = 3;
  private static final int MOST_COMBINATIONS = 20;

  /** No ranges to iterate over, no powers, no functions of their own, no calls of methods. */
  private static final Set<String> NODES = Set.of(
      "Addition", "ArithmeticNegation", "AtLeastOne", "ClosedConstRangeBoundary", "ClosedRangeBoundary", "Conjunction", "ConstBool", "ConstContext",
      "ConstDate", "ConstDateTime", "ConstDayTimeDuration", "ConstInputValue", "ConstList", "ConstLocalDateTime", "ConstLocalTime", "ConstNull",
      "ConstNumber", "ConstRange", "ConstString", "ConstTime", "ConstYearMonthDuration", "Disjunction", "Division", "Equal", "EveryItem", "Filter",
      "For", "FunctionInvocation", "GreaterOrEqual", "GreaterThan", "If", "In", "InputEqualTo", "InputGreaterOrEqual", "InputGreaterThan",
      "InputInRange", "InputLessOrEqual", "InputLessThan", "InstanceOf", "LessOrEqual", "LessThan", "Multiplication", "NamedFunctionParameters",
      "Not", "OpenConstRangeBoundary", "OpenRangeBoundary", "PathExpression", "PositionalFunctionParameters", "Ref", "SomeItem", "Subtraction",
      "UnaryTestExpression", "ZonedTime");

  /** Those that the browser's FEEL knows too; no regular expressions, and none that makes long values of short ones. */
  private static final Set<String> FUNCTIONS = Set.of(
      "abs", "ceiling", "contains", "count", "date", "date and time", "day of week", "day of year", "duration", "ends with", "even", "floor",
      "get value", "index of", "list contains", "lower case", "max", "mean", "min", "modulo", "month of year", "not", "now", "odd",
      "round down", "round half down", "round half up", "round up", "starts with", "string", "string length", "sublist", "substring",
      "substring after", "substring before", "sum", "time", "today", "upper case", "week of year", "years and months duration");

  private final String refusal;
  private int nodes;
  private int iterations;
  private int combinations;

  private FeelCost(Exp expression) {
    refusal = firstRefusal(expression, Set.of());
  }

  static FeelCost of(Exp expression) {
    return new FeelCost(expression);
  }

  /** What is not allowed in the expression, or null. */
  String refusal() {
    return refusal;
  }

  int iterations() {
    return iterations;
  }

  /** Upper bound of the steps of one evaluation over lists with that many elements in total; at most {@code Double.MAX_VALUE}. */
  double steps(int elements) {
    return nodes * Math.pow(Math.max(elements, nodes), iterations);
  }

  private String firstRefusal(Object tree, Set<String> contextKeys) {
    if (tree instanceof Exp || isNode(tree)) {
      String refused = node(tree, contextKeys);
      if (refused != null) {
        return refused;
      }
    }
    Set<String> keys = tree instanceof ConstContext context ? withKeys(contextKeys, context) : contextKeys;
    if (tree instanceof Iterable<?> items) {
      return firstOf(items.iterator(), keys);
    }
    return tree instanceof Product parts ? firstOf(parts.productIterator(), keys) : null;
  }

  private String firstOf(Iterator<?> parts, Set<String> contextKeys) {
    while (parts.hasNext()) {
      String refused = firstRefusal(parts.next(), contextKeys);
      if (refused != null) {
        return refused;
      }
    }
    return null;
  }

  private String node(Object node, Set<String> contextKeys) {
    nodes++;
    String kind = node.getClass().getSimpleName().replace("$", "");
    if (!NODES.contains(kind)) {
      return kind + " is not allowed";
    }
    if (node instanceof FunctionInvocation call && !FUNCTIONS.contains(call.function())) {
      return "the function \"" + call.function() + "\" is not allowed";
    }
    if (node instanceof Ref ref) {
      return refusedName(ref.names().head(), contextKeys);
    }
    count(node, kind);
    if (iterations > MOST_ITERATIONS) {
      return "more than " + MOST_ITERATIONS + " iterations";
    }
    return combinations > MOST_COMBINATIONS ? "more than " + MOST_COMBINATIONS + " additions and elements of lists and contexts" : null;
  }

  /** Values that are built from other values of the same expression could double in size with each step. */
  private static String refusedName(String name, Set<String> contextKeys) {
    if (contextKeys.contains(name)) {
      return "an entry of a context must not use the other entry \"" + name + "\"";
    }
    return name.equals("partial") ? "\"partial\" is not allowed" : null;
  }

  private void count(Object node, String kind) {
    if (node instanceof For loop) {
      iterations += loop.iterators().size();
    } else if (kind.equals("SomeItem") || kind.equals("EveryItem")) {
      iterations += ((Iterable<?>) ((Product) node).productElement(0)).size();
    } else if (node instanceof Filter filter && !(filter.filter() instanceof ConstNumber)) {
      iterations++;
    } else if (kind.equals("Addition")) {
      combinations++;
    } else if (node instanceof ConstContext context) {
      combinations += context.entries().size();
    } else if (node instanceof ConstList list) {
      combinations += notConstant(list.items().iterator());
    }
  }

  private static int notConstant(Iterator<?> items) {
    int count = 0;
    while (items.hasNext()) {
      String kind = items.next().getClass().getSimpleName();
      count += kind.startsWith("Const") && !kind.equals("ConstList") && !kind.equals("ConstContext") ? 0 : 1;
    }
    return count;
  }

  private static boolean isNode(Object tree) {
    return tree != null && tree.getClass().getPackageName().equals("org.camunda.feel.syntaxtree");
  }

  private static Set<String> withKeys(Set<String> outer, ConstContext context) {
    Set<String> keys = new HashSet<>(outer);
    Iterator<?> entries = context.entries().iterator();
    while (entries.hasNext()) {
      keys.add((String) ((Product) entries.next()).productElement(0));
    }
    return keys;
  }
}
