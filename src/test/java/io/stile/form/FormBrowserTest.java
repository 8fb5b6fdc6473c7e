package io.stile.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The server and the browser agree. {@code forms/browser.json} holds what form-js-viewer 1.23.0 itself submitted for a form, the data that it was
 * given and somebody's entries, and which fields it complained about (run in jsdom, time zone Europe/Berlin).
 */
class FormBrowserTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Arguments> submissions() throws IOException {
    JsonNode cases = JSON.readTree(FormTestKit.text("browser.json"));
    return StreamSupport.stream(cases.spliterator(), false).map(c -> Arguments.of(
        c.get("form").asText(), map(c.get("given")), map(c.get("submitted")), JSON.convertValue(c.get("errors"), Set.class)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(JsonNode json) {
    return JSON.convertValue(json, Map.class);
  }

  @ParameterizedTest
  @MethodSource("submissions")
  void findsTheSameFieldsWrongAsTheBrowser(String form, Map<String, Object> given, Map<String, Object> submitted, Set<String> wrong) {
    FormAnswers answers = FormTestKit.form(form).check(submitted, given, FormTestKit.FEEL);
    Set<String> found = new HashSet<>();
    answers.problems().forEach(problem -> found.add(problem.field()));
    assertThat(found).as("%s", answers.problems()).isEqualTo(wrong);
  }
}
