package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key leads to one place only: what a second entry took would be out of reach without a word. */
class MenuKeysTest extends PageTest {

  private static final Pattern KEY = Pattern.compile("data-key=\"([^\"]+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"front1", "logistics1", "owner.phone-swap", "admin"})
  void noTwoThingsOfAPageHaveOneKey(String signIn) throws Exception {
    String page = opens(signIn, "/").andReturn().getResponse().getContentAsString();
    List<String> keys = KEY.matcher(page).results().map((MatchResult key) -> key.group(1)).toList();
    assertThat(keys).contains("g m", "g p", "g w").doesNotHaveDuplicates();
  }
}
