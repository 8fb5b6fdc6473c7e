package io.stile.customer;

import static io.stile.customer.CustomerMatch.Certainty.MAYBE;
import static io.stile.customer.CustomerMatch.Certainty.SURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stile.testkit.StileTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@StileTest
@Transactional
class CustomerSearchTest {

  @Autowired
  Customers customers;

  private Customer quentin;
  private Customer joerg;

  @BeforeEach
  void addTwoCustomers() {
    quentin = customers.add(new NewCustomer("Quentin Yarrowby", "030/123 45", "quentin.yarrowby@example.org", null));
    customers.add(new Contract("QX-770042", quentin.id(), LocalDate.of(2021, 1, 1), 0L, "EUR", DeviceClass.BASIC, "0172 9925904"));
    joerg = customers.add(new NewCustomer("Jörg Quärxmöller", "+49 30 98765432", null, null));
  }

  @ParameterizedTest
  @CsvSource({
      "Quentin Yarrowby,             name",
      "quentin  YARROWBY,            name",
      "'Yarrowby, Quentin',          name",
      "+493012345,                   phone +49 30 12345",
      "(030) 12345,                  phone +49 30 12345",
      "01729925904,                  phone +49 172 9925904",
      "QUENTIN.yarrowby@example.org, e-mail quentin.yarrowby@example.org",
      "QX-770042,                    contract QX-770042",
      "qx770042,                     contract QX-770042",
      "770042,                       contract QX-770042"})
  void isSureOfWhatIsExact(String typed, String matchedOn) {
    assertThat(match(typed, quentin)).contains(new CustomerMatch(quentin, SURE, matchedOn));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Quentin", "Yarrow", "quentin yar", "Yarrowby Quentin", "Qentin Yarowby", "Yarrobwy", "Kwentin Yarrowby",
      "030/123", "172 9925", "quentin.yarrowby", "quentin.yarowby@example.org", "QX-7700", "77004"})
  void isNotSureOfAPartOrOfWhatIsMisspelt(String typed) {
    assertThat(match(typed, quentin)).map(CustomerMatch::certainty).contains(MAYBE);
  }

  @ParameterizedTest
  @CsvSource({"Jörg Quärxmöller, SURE", "Joerg Quaerxmoeller, SURE", "JÖRG QUÄRXMÖLLER, SURE", "Jorg Quarxmoller, MAYBE",
      "Quarxmöler, MAYBE", "quaerx, MAYBE"})
  void findsUmlautsHoweverTheyAreWritten(String typed, CustomerMatch.Certainty certainty) {
    assertThat(match(typed, joerg)).map(CustomerMatch::certainty).contains(certainty);
  }

  @Test
  void givesAChoiceWhereTwoCustomersShareANumber() {
    Customer other = customers.add(new NewCustomer("Rosa Yarrowby", "+493012345", null, null));

    assertThat(customers.find("030 12345", 10)).filteredOn(CustomerMatch::isSure).extracting(CustomerMatch::customer)
        .containsExactlyInAnyOrder(quentin, other);
  }

  @Test
  void putsTheSureOnesBeforeTheOthers() {
    customers.add(new NewCustomer("Quentin Yarrowby-Aaron", null, null, null));

    assertThat(customers.find("Quentin Yarrowby", 10)).hasSizeGreaterThan(1).first()
        .isEqualTo(new CustomerMatch(quentin, SURE, "name"));
  }

  @Test
  void namesACustomerOnceHoweverMuchOfHimMatches() {
    assertThat(customers.find("quentin.yarrowby@example.org", 100)).filteredOn(match -> match.customer().equals(quentin)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "\\", "'", "%_'\\", "' or '1'='1", "%%%", "___", "\\\\", "％", "\0", "a\0b", "\ud800", "(", ")", "@", "@@@", ":x",
      "?", "--", "*", "${7*7}", "<b>"})
  void takesSignsForSigns(String typed) {
    assertThat(customers.find(typed, 100)).extracting(CustomerMatch::customer).doesNotContain(quentin, joerg);
  }

  @Test
  void findsNamesThatHaveSuchSigns() {
    Customer odd = customers.add(new NewCustomer("100%_O'Zzyx\\Qqq", null, null, null));

    assertThat(match("100%_o'zzyx\\qqq", odd)).map(CustomerMatch::certainty).contains(SURE);
    assertThat(match("100%_O", odd)).map(CustomerMatch::certainty).contains(MAYBE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void findsNobodyByNothing(String typed) {
    assertThat(customers.find(typed, 10)).isEmpty();
    assertThat(customers.find(null, 10)).isEmpty();
  }

  @Test
  void readsNoMoreThanACustomersFactsCanHave() {
    assertThat(customers.find("Quentin Yarrowby ".repeat(10_000), 10)).isNotNull();
  }

  @Test
  void returnsAtMostAsManyAsAskedFor() {
    for (int i = 0; i < 5; i++) {
      customers.add(new NewCustomer("Quillon Zzz" + i, null, null, null));
    }

    assertThat(customers.find("Quillon", 3)).hasSize(3);
    assertThat(List.of(0, 101)).allSatisfy(limit ->
        assertThatIllegalArgumentException().isThrownBy(() -> customers.find("Quillon", limit)).withMessageContaining("1 to 100"));
  }

  private Optional<CustomerMatch> match(String typed, Customer customer) {
    return customers.find(typed, 10).stream().filter(match -> match.customer().equals(customer)).findFirst();
  }
}
