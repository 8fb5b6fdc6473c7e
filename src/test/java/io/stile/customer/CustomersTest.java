package io.stile.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.stile.testkit.StileTest;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@StileTest
class CustomersTest {

  @Autowired
  Customers customers;
  @Autowired
  Clock clock;

  @Test
  void keepsACustomerInNormalForm() {
    Customer added = customers.add(new NewCustomer("  Kim Raven ", "030/555 01", " Kim@Example.org ", null));

    assertThat(added).isEqualTo(new Customer(added.id(), "Kim Raven", "+493055501", "Kim@Example.org", Tier.STANDARD, clock.instant(), 0));
    assertThat(customers.byId(added.id())).contains(added);
  }

  @Test
  void keepsACustomerOfWhomOnlyTheNameIsKnown() {
    Customer added = customers.add(new NewCustomer("Kim Raven", " ", "", Tier.GOLD));

    assertThat(added.phone()).isNull();
    assertThat(added.email()).isNull();
    assertThat(added.tier()).isEqualTo(Tier.GOLD);
  }

  @Test
  void keepsMarkupAsTheTextThatItIs() {
    String name = "<script>alert(1)</script> ${7*7} '; drop table customer; --";

    assertThat(customers.add(new NewCustomer(name, null, null, null)).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
      "-,         -,              -,                name",
      "' ',       -,              -,                name",
      "Kim,       12,             -,                phone",
      "Kim,       call me,        -,                phone",
      "Kim,       -,              kim,              email",
      "Kim,       -,              kim@,             email",
      "Kim,       -,              k im@example.org, email",
      "Kim,       -,              a@b@c,            email"})
  void refusesWhatCannotBeAndNamesTheField(String name, String phone, String email, String field) {
    assertThatExceptionOfType(InvalidCustomer.class)
        .isThrownBy(() -> customers.add(new NewCustomer(name, phone, email, null)))
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo(field))
        .withMessageContaining("expected");
  }

  @Test
  void refusesANameThatIsTooLongOrHasControlCharacters() {
    for (String name : new String[] {"x".repeat(201), "Kim\0Raven", "Kim\nRaven"}) {
      assertThatExceptionOfType(InvalidCustomer.class).isThrownBy(() -> customers.add(new NewCustomer(name, null, null, null)));
    }
    assertThat(customers.add(new NewCustomer("x".repeat(200), null, null, null)).name()).hasSize(200);
  }

  @Test
  void changesACustomerAndCountsTheVersion() {
    Customer added = customers.add(new NewCustomer("Kim Raven", null, null, null));

    Customer changed = customers.update(added.id(), 0, new NewCustomer("Kim Raven-Stone", "030 55502", null, Tier.GOLD));

    assertThat(changed.version()).isEqualTo(1);
    assertThat(customers.byId(added.id())).contains(changed);
    assertThat(changed).extracting(Customer::name, Customer::phone, Customer::tier)
        .containsExactly("Kim Raven-Stone", "+493055502", Tier.GOLD);
  }

  @Test
  void refusesAChangeThatDidNotSeeTheLastOne() {
    Customer added = customers.add(new NewCustomer("Kim Raven", null, null, null));
    customers.update(added.id(), 0, new NewCustomer("Kim One", null, null, null));

    assertThatExceptionOfType(CustomerChangedMeanwhile.class)
        .isThrownBy(() -> customers.update(added.id(), 0, new NewCustomer("Kim Two", null, null, null)));
    assertThat(customers.byId(added.id())).get(type(Customer.class)).extracting(Customer::name).isEqualTo("Kim One");
  }

  @Test
  void refusesToChangeWhomItDoesNotKnow() {
    assertThatExceptionOfType(CustomerUnknown.class)
        .isThrownBy(() -> customers.update(-1, 0, new NewCustomer("Kim", null, null, null))).withMessageContaining("-1");
  }

  @Test
  void keepsContractsOldestFirstAndThoseOfUnknownAgeLast() {
    long kim = customers.add(new NewCustomer("Kim Raven", null, null, null)).id();
    customers.add(new Contract("KR-1001", kim, null, null, "EUR", null, null));
    customers.add(new Contract("KR-1002", kim, LocalDate.of(2024, 2, 29), -5L, "EUR", DeviceClass.BASIC, "0171 3920077"));
    customers.add(new Contract("KR-1003", kim, LocalDate.of(2020, 1, 1), 0L, "EUR", DeviceClass.PREMIUM, null));

    assertThat(customers.contractsOf(kim)).extracting(Contract::number).containsExactly("KR-1003", "KR-1002", "KR-1001");
    assertThat(customers.contract("KR-1002"))
        .contains(new Contract("KR-1002", kim, LocalDate.of(2024, 2, 29), -5L, "EUR", DeviceClass.BASIC, "+491713920077"));
    assertThat(customers.contract("KR-1001")).get(type(Contract.class)).matches(contract -> !contract.factsKnown());
  }

  @ParameterizedTest
  @CsvSource({"c-1234, EUR, number", "C1234, EUR, number", "C-1, EUR, number", "C-1234, Euro, currency"})
  void refusesAContractThatCannotBe(String number, String currency, String field) {
    long kim = customers.add(new NewCustomer("Kim Raven", null, null, null)).id();

    assertThatExceptionOfType(InvalidCustomer.class)
        .isThrownBy(() -> customers.add(new Contract(number, kim, null, null, currency, null, null)))
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo(field));
  }
}
