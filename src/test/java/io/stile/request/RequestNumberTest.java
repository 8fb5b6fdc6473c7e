package io.stile.request;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RequestNumberTest {

  private static String digits(long running) {
    return RequestNumber.of(running).value().substring(3);
  }

  @Property
  void findsEveryWrongDigit(@ForAll @LongRange(min = 100, max = 9_999_999_999_999_999L) long running) {
    String right = digits(running);
    for (int place = 0; place < right.length(); place++) {
      for (char wrong = '0'; wrong <= '9'; wrong++) {
        if (wrong != right.charAt(place)) {
          assertThat(RequestNumber.parse(right.substring(0, place) + wrong + right.substring(place + 1))).isEmpty();
        }
      }
    }
  }

  @Property
  void findsEverySwapOfNeighbours(@ForAll @LongRange(min = 100, max = 9_999_999_999_999_999L) long running) {
    String right = digits(running);
    for (int place = 0; place + 1 < right.length(); place++) {
      if (right.charAt(place) != right.charAt(place + 1)) {
        assertThat(RequestNumber.parse(right.substring(0, place) + right.charAt(place + 1) + right.charAt(place)
            + right.substring(place + 2))).isEmpty();
      }
    }
  }

  @Property
  void readsWhatItWrote(@ForAll @LongRange(min = 100, max = 9_999_999_999_999_999L) long running) {
    RequestNumber number = RequestNumber.of(running);
    assertThat(RequestNumber.parse(number.value())).contains(number);
  }

  @Test
  void readsTheNumberHoweverItIsTyped() {
    String number = RequestNumber.of(100_042).value();
    String digits = number.substring(3);
    for (String typed : new String[] {number, digits, "sr-" + digits, "SR " + digits, " SR" + digits + " "}) {
      assertThat(RequestNumber.parse(typed)).as(typed).hasValueSatisfying(read -> assertThat(read.value()).isEqualTo(number));
    }
  }

  @Test
  void readsNothingElse() {
    for (String typed : new String[] {null, "", "SR-", "SR-12", "SR-x", "+49 89 1000420", "SR-１００００１", "1".repeat(40)}) {
      assertThat(RequestNumber.parse(typed)).as(typed).isEmpty();
    }
  }

  @Test
  void theCheckDigitIsThatOfDammsExample() {
    assertThat(RequestNumber.of(572).value()).isEqualTo("SR-5724");
  }
}
