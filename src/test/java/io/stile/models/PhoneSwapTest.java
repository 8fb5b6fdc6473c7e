package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StileTest
class PhoneSwapTest {

  @Autowired
  Requesting people;

  @Test
  void travelsThroughThreeDepartmentsUntilTheCustomerHasSaidThatItWorks() {
    Request swap = people.phoneSwap();
    assertThat(people.steps(swap)).containsExactly("UserTask_AgreePlanChange");

    people.complete(swap, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    assertThat(people.steps(swap)).containsExactly("UserTask_ChangePlanAndDataOption", "UserTask_ReserveHandset");
    people.complete(swap, "UserTask_ReserveHandset", "logistics1", Map.of("inStock", "yes"));
    people.complete(swap, "UserTask_ChangePlanAndDataOption", "billing1", Map.of());
    people.complete(swap, "UserTask_ActivateSim", "network1", Map.of("activated", "yes"));
    people.complete(swap, "UserTask_ShipOrHandOutHandset", "logistics1", Map.of());
    assertThat(people.now(swap).state()).isEqualTo(Request.State.OPEN);
    people.complete(swap, "UserTask_CallCustomer", "front1", Map.of("callOutcome", "works"));

    assertThat(people.now(swap).state()).isEqualTo(Request.State.CLOSED);
    assertThat(people.now(swap).outcome()).isEqualTo("Phone swapped");
    assertThat(people.steps(swap)).isEmpty();
  }
}
