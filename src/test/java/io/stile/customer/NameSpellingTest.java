package io.stile.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSpellingTest {

  @ParameterizedTest
  @CsvSource({"ada stone, Ada Stone", "Jörg Müller, Joerg Mueller", "JÖRG  MÜLLER, jörg müller", "Strauß, STRAUSS", "Jose García, José Garcia",
      "Müller, Mu\u0308ller"})
  void takesTwoWritingsForTheSameName(String one, String other) {
    assertThat(NameSpelling.same(one, other)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Ada Ston, Ada Stone", "Muller, Müller", "Ada, Ada Stone", "Frank Martin, Martin Frank"})
  void takesSimilarNamesForDifferentOnes(String one, String other) {
    assertThat(NameSpelling.same(one, other)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'Stone, Ada', Ada Stone", "'Stone,', Stone", "Ada Stone, Ada Stone", "'Stone, Ada, Dr.', 'Stone, Ada, Dr.'", "', Ada', ', Ada'"})
  void putsTheFirstNameFirst(String typed, String name) {
    assertThat(NameSpelling.firstNameFirst(typed)).isEqualTo(name);
  }
}
