package io.stile.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormScopeTest {

  private static FormScope scope() {
    Map<String, Object> names = new HashMap<>(Map.of("b", true, "s", "x", "n", 3, "l", List.of("a"), "e", "", "el", List.of(), "d", "2025-03-01"));
    names.put("z", null);
    return FormScope.of(names, FormTestKit.FEEL);
  }

  /** What the browser's FEEL (feelin 6.1.1, as form-js 1.23.0 uses it) says about conditions. */
  static Stream<Arguments> conditions() throws IOException {
    JsonNode cases = new ObjectMapper().readTree(FormTestKit.text("conditions.json"));
    return StreamSupport.stream(cases.spliterator(), false).map(c -> Arguments.of(c.get("condition").asText(), c.get("holds").asBoolean()));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void holdsWhereItHoldsInTheBrowser(String condition, boolean holds) {
    assertThat(scope().holds("=" + condition)).isEqualTo(holds);
  }

  @Test
  void whatCannotBeReadDoesNotHold() {
    assertThat(scope().holds("=((")).isFalse();
    assertThat(scope().holds("=not(()")).isFalse();
    assertThat(scope().holds("=")).isFalse();
    assertThat(FormScope.of(Map.of(), null).holds("=1 = 1")).isFalse();
  }
}
