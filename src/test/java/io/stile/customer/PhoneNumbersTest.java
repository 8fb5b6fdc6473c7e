package io.stile.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

  private final PhoneNumbers phones = new PhoneNumbers("DE");

  /** The first row is case H-01 of the clock cases. */
  @ParameterizedTest
  @CsvSource({
      "030/123 45,           +493012345",
      "+493012345,           +493012345",
      "+49 (0)30 12345,      +493012345",
      "0049 30 12345,        +493012345",
      "(030) 1 23 45,        +493012345",
      "030-123-45,           +493012345",
      "030.12345,            +493012345",
      "030 – 12345,          +493012345",
      "+44 7700 900123,      +447700900123",
      "0171 3920012,         +491713920012",
      "٠٣٠ ١٢٣٤٥,            +493012345"})
  void readsOneNumberInManyWaysOfWriting(String typed, String e164) {
    assertThat(phones.e164(typed)).contains(e164);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "+", "12", "Ada Stone", "0800 FLOWERS", "ada@example.org", "030/12345 or 030/12346",
      "+49 30 1234567890123456789", "+999 12345", "' or 1=1 --"})
  void readsNoNumberWhereThereIsNone(String typed) {
    assertThat(phones.e164(typed)).isEmpty();
  }

  @Test
  void readsNoNumberFromNothing() {
    assertThat(phones.e164(null)).isEmpty();
  }

  @Test
  void takesANumberWithoutACountryCodeToBeFromTheRegion() {
    assertThat(new PhoneNumbers("PT").e164("21 123 4567")).contains("+351211234567");
  }

  @Test
  void writesANumberForPeople() {
    assertThat(phones.written("+493012345")).isEqualTo("+49 30 12345");
  }

  @ParameterizedTest
  @CsvSource({"030/123, 30123", "0049 30 1, 49301", "+49 (0)30 1, 49301", "12345, 12345", "0301, 301"})
  void readsThePieceOfANumberAsItStandsInTheWhole(String typed, String digits) {
    assertThat(phones.digits(typed)).contains(digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"03", "1 2", "C-204417", "030 x 123"})
  void takesFewDigitsOrLettersForNoPieceOfANumber(String typed) {
    assertThat(phones.digits(typed)).isEmpty();
  }

  @Test
  void refusesARegionThatDoesNotExist() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumbers("Germany"))
        .withMessageContaining("'Germany'").withMessageContaining("two capital letters");
  }
}
