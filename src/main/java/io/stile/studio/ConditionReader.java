package io.stile.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a condition as the builder of the modeler does: comparisons joined by "and" and "or". What says more is not read. Its twin is
 * {@code conditions/read.ts}.
 */
final class ConditionReader {

  private static final Pattern EXPRESSION = Pattern.compile("\\s*[$#]\\{(.*)\\}\\s*", Pattern.DOTALL);
  private static final Pattern TOKEN = Pattern.compile(
      "\\G\\s*(?:('[^'\\\\]*'|\"[^\"\\\\]*\")|(\\d+(?:\\.\\d+)?)|([A-Za-z_]\\w*)|(<=|>=|==|!=|&&|\\|\\||[-<>!()]))");
  private static final Map<String, String> WORDS = Map.of("and", "&&", "or", "||", "not", "!", "eq", "==", "ne", "!=", "lt", "<", "le", "<=",
      "gt", ">", "ge", ">=");
  private static final Map<String, String> TURNED = Map.of("==", "==", "!=", "!=", "<", ">", "<=", ">=", ">", "<", ">=", "<=");
  private static final Map<String, String> NEGATED = Map.of("==", "!=", "!=", "==", "<", ">=", "<=", ">", ">", "<=", ">=", "<");
  private static final Set<String> CONSTANTS = Set.of("true", "false", "null");
  private static final int MOST_GROUPS = 8;
  private static final int LONGEST = 2_000;

  /**
   * One name compared with one value.
   *
   * @param value  as it is written, without quotes
   * @param quoted whether it is a text
   */
  record Comparison(String name, String operator, String value, boolean quoted) {}

  private enum Kind { TEXT, NUMBER, NAME, SIGN }

  private record Token(String text, Kind kind) {}

  private final List<Token> tokens;
  private int at;

  private ConditionReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Groups joined by "or", the comparisons of one by "and"; empty if the text says more than that. */
  static Optional<List<List<Comparison>>> read(String text) {
    Matcher inner = EXPRESSION.matcher(text);
    List<Token> tokens = text.length() <= LONGEST && inner.matches() ? tokens(inner.group(1).strip()) : List.of();
    ConditionReader reader = new ConditionReader(tokens);
    List<List<Comparison>> condition = tokens.isEmpty() ? null : reader.either();
    return condition != null && reader.at == tokens.size() ? Optional.of(condition) : Optional.empty();
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher found = TOKEN.matcher(text);
    int end = 0;
    while (end < text.length() && found.find()) {
      end = found.end();
      if (found.group(1) != null) {
        tokens.add(new Token(found.group(1).substring(1, found.group(1).length() - 1), Kind.TEXT));
      } else if (found.group(2) != null) {
        tokens.add(new Token(found.group(2), Kind.NUMBER));
      } else if (found.group(3) != null && !WORDS.containsKey(found.group(3))) {
        tokens.add(new Token(found.group(3), Kind.NAME));
      } else {
        tokens.add(new Token(found.group(3) != null ? WORDS.get(found.group(3)) : found.group(4), Kind.SIGN));
      }
    }
    return end == text.length() ? tokens : List.of();
  }

  private List<List<Comparison>> either() {
    return joined("||", this::both, (one, other) -> {
      List<List<Comparison>> all = new ArrayList<>(one);
      all.addAll(other);
      return all;
    });
  }

  private List<List<Comparison>> both() {
    return joined("&&", this::single, ConditionReader::distribute);
  }

  private List<List<Comparison>> joined(String sign, Supplier<List<List<Comparison>>> part, BinaryOperator<List<List<Comparison>>> join) {
    List<List<Comparison>> all = part.get();
    while (all != null && takes(sign)) {
      List<List<Comparison>> next = part.get();
      all = next == null ? null : join.apply(all, next);
    }
    return all;
  }

  private List<List<Comparison>> single() {
    if (takes("!")) {
      List<List<Comparison>> negated = single();
      return negated == null || negated.size() != 1 || negated.get(0).size() != 1 ? null : List.of(List.of(negate(negated.get(0).get(0))));
    }
    if (takes("(")) {
      List<List<Comparison>> inner = either();
      return inner != null && takes(")") ? inner : null;
    }
    return comparison();
  }

  private List<List<Comparison>> comparison() {
    Token left = term();
    Token operator = at < tokens.size() ? tokens.get(at) : null;
    if (left == null) {
      return null;
    }
    if (operator == null || operator.kind() != Kind.SIGN || !TURNED.containsKey(operator.text())) {
      return isName(left) ? List.of(List.of(new Comparison(left.text(), "==", "true", false))) : null;
    }
    at++;
    Token right = term();
    if (right == null || isName(left) == isName(right)) {
      return null;
    }
    Token name = isName(left) ? left : right;
    Token value = isName(left) ? right : left;
    return List.of(List.of(new Comparison(name.text(), isName(left) ? operator.text() : TURNED.get(operator.text()), value.text(),
        value.kind() == Kind.TEXT)));
  }

  private Token term() {
    boolean minus = takes("-");
    Token token = at < tokens.size() ? tokens.get(at) : null;
    if (token == null || token.kind() == Kind.SIGN || minus && token.kind() != Kind.NUMBER || token.equals(new Token("empty", Kind.NAME))) {
      return null;
    }
    at++;
    return minus ? new Token("-" + token.text(), Kind.NUMBER) : token;
  }

  private static boolean isName(Token token) {
    return token.kind() == Kind.NAME && !CONSTANTS.contains(token.text());
  }

  private boolean takes(String sign) {
    boolean taken = at < tokens.size() && tokens.get(at).equals(new Token(sign, Kind.SIGN));
    at += taken ? 1 : 0;
    return taken;
  }

  private static Comparison negate(Comparison comparison) {
    return new Comparison(comparison.name(), NEGATED.get(comparison.operator()), comparison.value(), comparison.quoted());
  }

  /** "(a or b) and c" is "a and c, or b and c"; null when that becomes too long to read. */
  private static List<List<Comparison>> distribute(List<List<Comparison>> one, List<List<Comparison>> other) {
    List<List<Comparison>> all = new ArrayList<>();
    for (List<Comparison> left : one) {
      for (List<Comparison> right : other) {
        List<Comparison> both = new ArrayList<>(left);
        both.addAll(right);
        all.add(both);
      }
    }
    return all.size() <= MOST_GROUPS ? all : null;
  }
}
