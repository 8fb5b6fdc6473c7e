package io.stile.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormPatternTest {

  /** What JavaScript itself (V8, Node 20) answers. */
  static Stream<Arguments> patterns() throws IOException {
    JsonNode cases = new ObjectMapper().readTree(FormTestKit.text("patterns.json"));
    return StreamSupport.stream(cases.spliterator(), false).map(c -> Arguments.of(c.get("pattern").asText(), c.get("matches"), c.get("others")));
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void matchesWhatJavaScriptMatches(String text, JsonNode matches, JsonNode others) {
    FormPattern pattern = FormPattern.parse(text);
    for (JsonNode match : matches) {
      assertThat(pattern.isIn(match.asText())).as("%s in %s", text, match).isTrue();
    }
    for (JsonNode other : others) {
      assertThat(pattern.isIn(other.asText())).as("%s in %s", text, other).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      (?i)abc                   | unsupported group
      a++                       | repeats a repetition
      a{2}{3}                   | repeats a repetition
      [                         | brackets without an end
      []                        | empty brackets
      (                         | no regular expression
      *                         | no regular expression
      \\p{L}                    | \\p
      \\Qx                      | \\Q
      \\                        | ends with a backslash
      \\u12                     | wrong \\u
      ((a{1000}){1000}){1000}   | repeats more than 1000000 times
      a{10000}                  | repeats more than 9999 times
      a{1,10000}                | repeats more than 9999 times
      """)
  void refusesWhatCannotBeCarriedOver(String text, String why) {
    assertThatThrownBy(() -> FormPattern.parse(text.replace("\\\\", "\\"))).isInstanceOf(FormSchemaException.class)
        .hasMessageContaining(why.replace("\\\\", "\\"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"^(a+)+$", "^(a|aa)+$", "^(a|a?)+$", "(.*)*(.*)*(.*)*x", "^((a*)*)*b$", "(a+){500}(a+){500}b"})
  void catastrophicBacktrackingEnds(String text) {
    FormPattern pattern = FormPattern.parse(text);
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
      assertThat(pattern.isIn("a".repeat(40) + "!")).isFalse();
      assertThat(pattern.isIn("a".repeat(FormText.LONGEST_TEXT) + "!")).isFalse();
    });
  }
}
