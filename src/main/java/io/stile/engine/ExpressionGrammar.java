package io.stile.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression in a model may consist of: literals, names, comparison, arithmetic and logic. No property access, no
 * call, no index. Checked on the parsed value, because a raw text can hide an expression behind character references.
 */
public final class ExpressionGrammar {

  /** Characters that a text with an expression may have. */
  public static final int MAX_LENGTH = 500;
  /** How deep parentheses may be nested. */
  public static final int MAX_DEPTH = 20;

  /** The one property chain that modelers write by themselves on call activities. */
  private static final Set<String> LITERALS =
      Set.of("#{execution.processBusinessKey}", "${execution.processBusinessKey}");
  /** Names that the engine itself would resolve to objects with methods. */
  public static final Set<String> RESERVED = Set.of("execution", "task", "caseExecution", "externalTask",
      "authenticatedUserId", "variableContext", "class");
  private static final Set<String> OPERATORS = Set.of("and", "or", "not", "empty", "eq", "ne", "lt", "gt", "le", "ge",
      "div", "mod", "true", "false", "null");
  private static final Pattern TOKEN = Pattern.compile("\\G\\s*(?:('(?:[^'\\\\]|\\\\['\\\\])*+'|\"(?:[^\"\\\\]|\\\\[\"\\\\])*+\")"
      + "|(\\d++(?:\\.\\d++)?)|([A-Za-z_][A-Za-z0-9_]*+)|(<=|>=|==|!=|&&|\\|\\||[-+*/%<>!?:()]))");

  private ExpressionGrammar() {}

  /**
   * The names that a text's expressions read, none if it has no expression.
   *
   * @throws IllegalArgumentException if an expression is not of the allowed form; the message says what was found
   */
  public static Set<String> names(String text) {
    Set<String> names = new LinkedHashSet<>();
    if (text == null || LITERALS.contains(text.strip()) || !text.contains("${") && !text.contains("#{")) {
      return names;
    }
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("an expression is longer than " + MAX_LENGTH + " characters");
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        throw new IllegalArgumentException("a backslash may not stand in a text with an expression: " + text);
      }
      if (opens(text, i)) {
        i = readExpression(text, i + 2, names);
      }
    }
    return names;
  }

  private static boolean opens(String text, int at) {
    char c = text.charAt(at);
    return (c == '$' || c == '#') && at + 1 < text.length() && text.charAt(at + 1) == '{';
  }

  /** Reads from just behind the opening brace; answers the place of the closing one. */
  private static int readExpression(String text, int from, Set<String> names) {
    Matcher token = TOKEN.matcher(text);
    int depth = 0;
    int at = from;
    boolean afterName = false;
    while (true) {
      int next = skipSpace(text, at);
      if (next >= text.length()) {
        throw new IllegalArgumentException("the expression is not closed: " + text);
      }
      if (text.charAt(next) == '}') {
        if (depth != 0) {
          throw new IllegalArgumentException("the parentheses do not match: " + text);
        }
        return next;
      }
      token.region(at, text.length());
      if (!token.lookingAt()) {
        throw new IllegalArgumentException("'" + text.charAt(next) + "' may not stand in an expression: " + text);
      }
      String word = token.group().strip();
      depth += depthChange(word, afterName, depth, text);
      afterName = token.group(3) != null && !OPERATORS.contains(word);
      if (afterName) {
        names.add(allowedName(word));
      }
      at = token.end();
    }
  }

  private static int depthChange(String word, boolean afterName, int depth, String text) {
    if (word.equals(")")) {
      return -1;
    }
    if (!word.equals("(")) {
      return 0;
    }
    if (afterName) {
      throw new IllegalArgumentException("an expression may not call anything: " + text);
    }
    if (depth >= MAX_DEPTH) {
      throw new IllegalArgumentException("the expression is nested deeper than " + MAX_DEPTH);
    }
    return 1;
  }

  private static String allowedName(String name) {
    if (RESERVED.contains(name)) {
      throw new IllegalArgumentException("'" + name + "' may not be used in an expression");
    }
    return name;
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
