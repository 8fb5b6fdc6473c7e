package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.desk.ModelView;
import io.stile.desk.ModelViews;
import io.stile.testkit.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

class ModelPagesTest extends PageTest {

  private static final String AGREE = "UserTask_AgreePlanChange";

  @Autowired
  ModelViews models;
  @Autowired
  TestClock clock;

  @Test
  void listsRequestTypesAndThenProtocols() throws Exception {
    opens("logistics1", "/models").andExpect(status().isOk()).andExpect(content().string(stringContainsInOrder(
        "Request types", "/models/phone-swap", "Phone swap", "Version", "Hannah Weiss", "2 business days",
        "Protocols", "/models/escalation", "Escalation", "/models/promise", "Promise")));
  }

  @Test
  void showsAModelWithItsStepsInWords() throws Exception {
    opens("logistics1", "/models/phone-swap").andExpect(status().isOk()).andExpect(content().string(stringContainsInOrder(
        "Phone swap", "Hannah Weiss", "2 business days", "/models/phone-swap/diagram.bpmn",
        "Reserve the handset", "Logistics, 4 open hours", "Reserve the handset that the customer wants",
        "Call the customer to confirm that it works", "The owner of the request")));
    opens("logistics1", "/models/escalation").andExpect(content().string(stringContainsInOrder("Protocol",
        "Decide about the late task", "The lead of the department, 2 open hours")));
  }

  @Test
  void saysThatThereAreNoStepsOnlyWhereThereAreNone() throws Exception {
    assertThat(models.all()).allSatisfy(view -> opens("logistics1", "/models/" + view.model().process())
        .andExpect(content().string(view.steps().isEmpty() ? containsString("No steps for people")
            : not(containsString("No steps for people")))));
  }

  @Test
  void showsTheDecisionTablesSoThatEverybodyCanReadTheLimits() throws Exception {
    opens("owner.billing-dispute", "/models").andExpect(content().string(stringContainsInOrder("Decision tables",
        "/decisions/billing-dispute-route", "/decisions/credit-authority", "Credit authority")));
    opens("owner.billing-dispute", "/decisions/credit-authority").andExpect(status().isOk())
        .andExpect(content().string(stringContainsInOrder("Credit authority", "cents of the euro (EUR)",
            "Role of whoever grants", "For what", "Limit in cents (EUR)", "&quot;front-office&quot;",
            "&quot;customer-month&quot;", "5000", "Up to 50.00 for one customer in a month", "anything", "0")));
    opens("owner.billing-dispute", "/decisions/horoscope").andExpect(status().isNotFound());
  }

  @Test
  void countsWhatStandsOnEachStepAndWhatIsLate() throws Exception {
    ModelView.Step before = step();
    people.phoneSwap();
    assertThat(step().live()).isEqualTo(before.live() + 1);
    assertThat(step().late()).isEqualTo(before.late());

    clock.advance(Duration.ofDays(4));

    assertThat(step().late()).isGreaterThan(before.late());
    opens("front1", "/models/phone-swap").andExpect(content().string(allOf(
        containsString("\"id\":\"%s\",\"state\":\"late\"".formatted(AGREE)),
        containsString("%d live, %d late".formatted(step().live(), step().late())))));
  }

  @Test
  void sendsTheDiagram() throws Exception {
    opens("front1", "/models/promise/diagram.bpmn").andExpect(status().isOk())
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_XML))
        .andExpect(content().string(containsString("id=\"promise\"")));
  }

  @Test
  void hasNoPageForAModelThatDoesNotExist() throws Exception {
    opens("front1", "/models/time-machine").andExpect(status().isNotFound());
    opens("front1", "/models/time-machine/diagram.bpmn").andExpect(status().isNotFound());
  }

  private ModelView.Step step() {
    return models.byProcess("phone-swap").orElseThrow().steps().stream().filter(step -> step.key().equals(AGREE)).findFirst()
        .orElseThrow();
  }
}
