package io.stile.customer;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PhoneNumbersPropertyTest {

  private final PhoneNumbers phones = new PhoneNumbers("DE");

  @Property
  void finishesWithWhateverIsTyped(@ForAll String typed) {
    phones.e164(typed).ifPresent(number -> assertThat(number).matches("\\+[0-9]{3,17}"));
    phones.digits(typed).ifPresent(digits -> assertThat(digits).matches("[0-9]{3,}"));
  }

  @Property
  void readsItsOwnWritingBack(@ForAll("berlin") String number) {
    assertThat(phones.e164(phones.written(number))).contains(number);
  }

  @Property
  void findsAnyWritingOfANumberInTheWhole(@ForAll("berlin") String number) {
    String national = "0" + number.substring(3, 5) + "/" + number.substring(5);

    assertThat(phones.e164(national)).contains(number);
    assertThat(phones.digits(national)).hasValueSatisfying(digits -> assertThat(number).contains(digits));
  }

  @Provide
  Arbitrary<String> berlin() {
    return Arbitraries.strings().numeric().ofMinLength(5).ofMaxLength(8)
        .filter(digits -> !digits.startsWith("0") && !digits.startsWith("1")).map(digits -> "+4930" + digits);
  }
}
