package io.stile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template must not say, because Thymeleaf takes it without a word and does something else. */
class TemplatesTest {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Pattern TAG = Pattern.compile("<[a-z][^\\s>/]*(?:\\s+[^\\s=>]+(?:=\"[^\"]*\"|='[^']*')?)*\\s*/?>");
  private static final Pattern REPLACED = Pattern.compile("\\sth:replace=");
  /** Everything that comes after the replacement in Thymeleaf's order, and is gone with the element. */
  private static final Pattern LOST = Pattern.compile("\\sth:(?!replace=|fragment=)[a-z-]+=");

  static Stream<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void putsNoConditionOnAnElementThatIsReplaced(Path template) throws IOException {
    assertThat(lost(Files.readString(template))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "<div th:if=\"${a > 1}\" th:replace=\"~{x :: y}\">",
      "<li class=\"a\"\n  th:replace=\"~{x :: y('<b>')}\" th:each=\"one : ${all}\">",
      "<p th:replace=\"~{x :: y}\" th:with=\"a=${b}\"/>"})
  void findsWhatIsLost(String tag) {
    assertThat(lost("<main>" + tag + "</main>")).containsExactly(tag);
  }

  @Test
  void letsTheElementAroundItDecide() {
    assertThat(lost("<th:block th:if=\"${a}\"><div class=\"b\" th:replace=\"~{x :: y}\"></div></th:block>")).isEmpty();
  }

  private static List<String> lost(String template) {
    return TAG.matcher(template).results().map(found -> found.group())
        .filter(tag -> REPLACED.matcher(tag).find() && LOST.matcher(tag).find()).toList();
  }
}
