package io.stile.engine.camunda;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.stile.engine.Feel;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper;
import org.springframework.stereotype.Component;

/** FEEL by the engine's own FEEL library, without its Java functions and within a budget of work. */
@Component
class ScalaFeel implements Feel {

  static final int LONGEST = 1_000;
  private static final int DEEPEST_BRACKETS = 8;
  private static final int MOST_KEYWORDS = 5;
  /** What stands in brackets is tried again, twice as often with each level: a list of 500 characters four levels deep takes a third of a second. */
  private static final long MOST_TRIALS = 8_000;
  private static final int REMEMBERED = 1_000;
  /** One step takes in the order of 5 µs; an expression that needs more is not begun. */
  private static final double MOST_STEPS = 500_000;
  /** The engine's own lists are quadratic in their length. */
  private static final int MOST_ELEMENTS = 2_000;
  private static final double CHARACTERS_PER_STEP = 1_000;
  private static final Pattern QUOTED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"|`[^`]*+`");
  private static final Pattern COMMENT = Pattern.compile("//|/\\*");
  private static final Pattern KEYWORD = Pattern.compile("\\b(?:some|every|for|if|function)\\b");

  private final FeelEngineApi engine;
  private final ValueMapper mapper;
  private final Cache<String, Parsed> parsed = Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  private final Cache<String, Parsed> parsedTests = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /** @param clock what {@code now()} and {@code today()} read, in its zone */
  ScalaFeel(Clock clock) {
    FeelEngine feel = new FeelEngine.Builder()
        .customValueMapper(new JavaValueMapper())
        .enableExternalFunctions(false)
        .clock(() -> ZonedDateTime.now(clock))
        .build();
    engine = new FeelEngineApi(feel);
    mapper = feel.valueMapper();
  }

  @Override
  public Object evaluate(String expression, Map<String, ?> names) {
    Parsed read = read(expression);
    if (read.refusal() != null) {
      return null;
    }
    FeelValues values = new FeelValues();
    Map<String, Object> plain = values.names(names);
    if (costsTooMuch(read.cost(), values)) {
      return null;
    }
    try {
      // The engine would convert a value anew wherever the expression names it.
      plain.replaceAll((name, value) -> mapper.toVal(value));
      EvaluationResult result = engine.evaluate(read.expression(), plain);
      return result.isSuccess() ? new FeelValues().plain(result.result()) : null;
    } catch (RuntimeException | StackOverflowError e) {
      return null;
    }
  }

  @Override
  public Optional<String> refusal(String expression) {
    return Optional.ofNullable(read(expression).refusal());
  }

  @Override
  public Optional<String> refusalInTable(String expression) {
    return Optional.ofNullable(read(expression).refusalInTable());
  }

  @Override
  public Optional<String> refusalOfTests(String tests) {
    return Optional.ofNullable(readTests(tests).refusalInTable());
  }

  @Override
  public Set<String> names(String expression) {
    return read(expression).names();
  }

  @Override
  public Set<String> namesOfTests(String tests) {
    return readTests(tests).names();
  }

  private static boolean costsTooMuch(FeelCost cost, FeelValues values) {
    double length = 1 + values.characters() / CHARACTERS_PER_STEP;
    return cost.iterations() > 0 && (values.elements() > MOST_ELEMENTS || cost.steps(values.elements()) * length > MOST_STEPS);
  }

  private Parsed read(String expression) {
    String text = expression == null ? "" : expression.strip();
    return read(text.startsWith("=") ? text.substring(1) : text, parsed, engine::parseExpression);
  }

  private Parsed readTests(String tests) {
    return read(tests == null ? "" : tests.strip(), parsedTests, engine::parseUnaryTests);
  }

  private static Parsed read(String text, Cache<String, Parsed> known, Function<String, ParseResult> parser) {
    if (text.isBlank()) {
      return Parsed.refused("the expression is empty");
    }
    return text.length() > LONGEST
        ? Parsed.refused("the expression has " + text.length() + " characters; at most " + LONGEST + " are allowed")
        : known.get(text, read -> parse(read, parser));
  }

  private static Parsed parse(String text, Function<String, ParseResult> parser) {
    // The parser backtracks: nested loops and brackets cost it exponential time.
    String bare = QUOTED.matcher(text).replaceAll("_");
    if (COMMENT.matcher(bare).find()) {
      return Parsed.refused("comments are not allowed");
    }
    if (depthOfBrackets(bare) > DEEPEST_BRACKETS || trials(bare) > MOST_TRIALS || KEYWORD.matcher(bare).results().count() > MOST_KEYWORDS) {
      return Parsed.refused("the expression nests too deeply: at most " + DEEPEST_BRACKETS + " brackets and " + MOST_KEYWORDS
          + " of some, every, for, if are allowed");
    }
    try {
      ParseResult result = parser.apply(text);
      if (!result.isSuccess()) {
        return Parsed.refused(result.failure().message());
      }
      FeelCost cost = FeelCost.of(result.parsedExpression().expression());
      // What is too much over no values at all is too much over any.
      String refusal = cost.refusal() == null && cost.iterations() > 0 && cost.steps(0) > MOST_STEPS ? "it would cost too much" : cost.refusal();
      return new Parsed(result.parsedExpression(), cost, refusal);
    } catch (RuntimeException | StackOverflowError e) {
      return Parsed.refused("the expression cannot be read");
    }
  }

  private static int depthOfBrackets(String text) {
    int depth = 0;
    int deepest = 0;
    for (char c : text.toCharArray()) {
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }

  private static long trials(String text) {
    long trials = 0;
    int depth = 0;
    for (char c : text.toCharArray()) {
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      trials += 1L << Math.max(0, depth);
    }
    return trials;
  }

  private record Parsed(ParsedExpression expression, FeelCost cost, String refusal) {

    Set<String> names() {
      return refusal == null ? FeelNames.of(expression.expression()) : Set.of();
    }

    String refusalInTable() {
      return refusal == null && cost.iterations() > 0 ? "a table sees single values, there is nothing to go through (for, some, every, filters)" : refusal;
    }

    static Parsed refused(String why) {
      return new Parsed(null, null, why);
    }
  }
}
