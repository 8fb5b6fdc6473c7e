package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuideTest {

  @Test
  void readsQuestionsOneByOneAndWhatToSayLineByLine() {
    Guide guide = Guide.of("Ask: Which contract? Which handset do you want instead?\nSay: You keep your number.\n\nsay: Nobody calls twice.");

    assertThat(guide.ask()).containsExactly("Which contract?", "Which handset do you want instead?");
    assertThat(guide.say()).containsExactly("You keep your number.", "Nobody calls twice.");
    assertThat(guide.notes()).isEmpty();
  }

  @Test
  void keepsWhatIsNeitherAskedNorSaidAsANote() {
    assertThat(Guide.of("Look at the signed contract first.").notes()).containsExactly("Look at the signed contract first.");
  }

  @Test
  void isEmptyWithoutText() {
    assertThat(Guide.of(null).isEmpty()).isTrue();
    assertThat(Guide.of(" \n ").isEmpty()).isTrue();
  }
}
