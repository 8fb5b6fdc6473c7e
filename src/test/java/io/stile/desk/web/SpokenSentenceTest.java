package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpokenSentenceTest {

  private static final String BY = "tomorrow, Tuesday 3 March, at 17:00";

  @Test
  void namesNumberOwnerAndPromisedTime() {
    assertThat(SpokenSentence.of("SR-1000426", "Mara Klein", false, BY)).hasToString("Your request is SR-1000426. "
        + "Mara Klein is responsible for it, and you will hear from us by tomorrow, Tuesday 3 March, at 17:00.");
  }

  @Test
  void letsAnOwnerSpeakOfHimself() {
    assertThat(SpokenSentence.of("SR-1000426", "Mara Klein", true, BY).toString())
        .contains("I, Mara Klein, am responsible for it");
  }
}
