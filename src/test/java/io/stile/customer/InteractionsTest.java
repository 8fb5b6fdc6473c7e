package io.stile.customer;

import static io.stile.customer.Interaction.Channel.PHONE;
import static io.stile.customer.Interaction.Direction.IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stile.testkit.StileTest;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@StileTest
@Transactional
class InteractionsTest {

  @Autowired
  Interactions interactions;
  @Autowired
  Customers customers;
  @Autowired
  Clock clock;

  private long kim;

  @BeforeEach
  void addKim() {
    kim = customers.add(new NewCustomer("Kim Raven", null, null, null)).id();
  }

  @Test
  void keepsWhatWasSaidByWhomAndWhen() {
    Interaction kept = interactions.log(contact(null, "My phone is <b>broken</b> ${7*7}"));

    assertThat(kept).isEqualTo(
        new Interaction(kept.id(), kim, null, PHONE, IN, clock.instant(), "front1", "My phone is <b>broken</b> ${7*7}"));
    assertThat(interactions.of(kim, 10)).containsExactly(kept);
  }

  @Test
  void listsTheLatestOfACustomerAndTheWholeStoryOfARequest() {
    Interaction first = interactions.log(contact("SR-T1", "first"));
    Interaction second = interactions.log(contact(null, "second"));
    Interaction third = interactions.log(contact("SR-T1", "third"));

    assertThat(interactions.of(kim, 2)).containsExactly(third, second);
    assertThat(interactions.ofRequest("SR-T1")).containsExactly(first, third);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " \n", "a\0b"})
  void refusesAContactInWhichNothingReadableWasSaid(String said) {
    assertThatExceptionOfType(InvalidCustomer.class).isThrownBy(() -> interactions.log(contact(null, said)))
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("said"));
  }

  @Test
  void refusesAContactWithNobody() {
    assertThatExceptionOfType(CustomerUnknown.class)
        .isThrownBy(() -> interactions.log(new NewInteraction(-1, null, PHONE, IN, "front1", "hello")));
  }

  private NewInteraction contact(String request, String said) {
    return new NewInteraction(kim, request, PHONE, IN, "front1", said);
  }
}
