package io.stile.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.stile.engine.Feel;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalaFeelTest {

  private static final Feel FEEL = new ScalaFeel(Clock.fixed(Instant.parse("2025-03-01T23:30:00Z"), ZoneOffset.UTC));

  private static Map<String, Object> names() {
    Map<String, Object> names = new HashMap<>();
    names.put("name", "");
    names.put("services", List.of("roaming", 5));
    names.put("n", 3);
    names.put("price", 2.5);
    names.put("urgent", true);
    names.put("nothing", null);
    names.put("from", LocalDate.of(2025, 3, 1));
    names.put("plans", List.of(Map.of("key", "a", "price", 10), Map.of("key", "b", "price", 4)));
    return names;
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("n + 1", 4L),
        Arguments.of("= n + 1", 4L),
        Arguments.of("price * 2 = 5", true),
        Arguments.of("price", 2.5),
        Arguments.of("name = \"\"", true),
        Arguments.of("n > 2 and urgent", true),
        Arguments.of("list contains(services, \"roaming\")", true),
        Arguments.of("not(urgent)", false),
        Arguments.of("some x in services satisfies x = 5", true),
        Arguments.of("from > today()", false),
        Arguments.of("today()", LocalDate.of(2025, 3, 1)),
        Arguments.of("plans[price > 5].key", List.of("a")),
        Arguments.of("plans[2].key", "b"),
        Arguments.of("for p in plans return {value: p.key, label: \"Plan \" + p.key}",
            List.of(Map.of("value", "a", "label", "Plan a"), Map.of("value", "b", "label", "Plan b"))),
        Arguments.of("nothing", null));
  }

  @ParameterizedTest
  @MethodSource("values")
  void givesTheValueAsPlainJava(String expression, Object value) {
    assertThat(FEEL.evaluate(expression, names())).isEqualTo(value);
    assertThat(FEEL.refusal(expression)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "missing > 3", "missing.part", "n + missing", "5 / 0", "name + 5", "plans[9].key", "date(name)"})
  void givesNullForWhatIsUnknownOrHasNoValue(String expression) {
    assertThat(FEEL.evaluate(expression, names())).isNull();
    assertThat(FEEL.refusal(expression)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      x (                                                            | parse
      ${n}                                                           | parse
      for i in 1..25000000 return i                                  | IterationContext is not allowed
      2 ** 1000000000                                                | Exponentiation is not allowed
      matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a+)+$")           | the function "matches" is not allowed
      number("1e999999999")                                          | the function "number" is not allowed
      {f: function(x) x}                                             | FunctionDefinition is not allowed
      {f: function(x, y) external {java: {class: "java.lang.Math", method signature: "max(int, int)"}}} | External functions are disabled
      name.getClass()                                                | not allowed
      {a: name + name, b: a + a}                                     | an entry of a context must not use the other entry "a"
      for a in [1] return for b in [2] return for c in [3] return for d in [4] return 1 | more than 3 iterations
      ((((((((((1))))))))))                                          | nests too deeply
      n /* ( */                                                      | comments
      """)
  void refusesWhatCouldCostTooMuchAndSaysWhy(String expression, String why) {
    assertThat(FEEL.refusal(expression)).hasValueSatisfying(refusal -> assertThat(refusal).contains(why));
    assertThat(FEEL.evaluate(expression, names())).isNull();
  }

  @Test
  void givesNullForEmptyAndOverlongExpressions() {
    assertThat(FEEL.evaluate(null, names())).isNull();
    assertThat(FEEL.evaluate("", null)).isNull();
    assertThat(FEEL.refusal("n" + " + n".repeat(300))).hasValueSatisfying(why -> assertThat(why).contains("at most 1000"));
    assertThat(FEEL.evaluate("1 + 1", null)).isEqualTo(2L);
  }

  @Test
  void nestedLoopsOverLongListsCostNothing() {
    List<Integer> many = IntStream.range(0, 100_000).boxed().toList();
    assertThat(FEEL.evaluate("count(many)", Map.of("many", many))).isEqualTo(100_000L);
    for (String loop : List.of("count(many[item > 1])", "some a in many, b in many, c in many satisfies a + b + c < 0")) {
      assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertThat(FEEL.evaluate(loop, Map.of("many", many))).isNull());
    }
  }

  @Test
  void theMostExpensiveLoopThatIsAllowedEndsSoon() {
    for (int size : new int[] {50, 250, 2_000}) {
      List<Integer> list = IntStream.range(0, size).boxed().toList();
      for (String loop : List.of("some a in list, b in list satisfies a + b < 0", "count(list[count(list) < item])", "for a in list return list",
          "for a in list return for b in list return a + b", "some a in list, b in list, c in list satisfies a + b + c < 0")) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
          FEEL.evaluate(loop, Map.of("list", list));
        }, loop + " over " + size);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"some x in (", "for x in (", "if a then (", "a in [", "not(", "(", "[", "{a:", "-", "a[", "date(",
      "some some some x in [", "\"(\" + ("})
  void deepNestingIsReadSoon(String opening) {
    String expression = opening.repeat(900 / opening.length());
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(FEEL.evaluate(expression, names())).isNull());
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(FEEL.evaluate(opening.repeat(5) + "1", names())).isNull());
  }

  @Test
  void objectsAreTextOnly() {
    record Secret(String word) {
      public String getPath() {
        throw new AssertionError("the getter was called");
      }
    }
    assertThat(FEEL.evaluate("secret.path", Map.of("secret", new Secret("x")))).isNull();
    assertThat(FEEL.evaluate("secret", Map.of("secret", new Secret("x")))).isEqualTo("Secret[word=x]");
  }

  @Test
  void hostileNumbersAndNestingAreHarmless() {
    Map<String, Object> names = new HashMap<>();
    names.put("nan", Double.NaN);
    names.put("infinite", Double.POSITIVE_INFINITY);
    names.put("huge", new BigDecimal("1e999999999"));
    names.put("big", 1e308);
    names.put(null, 1);
    Object nested = "x";
    for (int i = 0; i < 5_000; i++) {
      nested = new ArrayList<>(Collections.singletonList(nested));
    }
    names.put("nested", nested);
    assertThat(FEEL.evaluate("nan", names)).isNull();
    assertThat(FEEL.evaluate("infinite > 1", names)).isNull();
    assertThat(FEEL.evaluate("floor(huge)", names)).isNull();
    assertThat(FEEL.evaluate("floor(big * big * big) > 1", names)).isEqualTo(true);
    assertThat(FEEL.evaluate("count(nested)", names)).isEqualTo(1L);
  }

  @Test
  void namesMayBeKeywordsOfTheEngine() {
    Map<String, Object> names = IntStream.range(0, 50).boxed().collect(Collectors.toMap(i -> "name" + i, i -> i));
    assertThat(FEEL.evaluate("name7 + name49", names)).isEqualTo(56L);
  }
}
