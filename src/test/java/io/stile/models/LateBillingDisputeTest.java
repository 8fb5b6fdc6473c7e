package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.stile.request.Request;
import io.stile.work.Task;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is late in a billing dispute climbs the ladder. */
class LateBillingDisputeTest extends DisputeStory {

  @ParameterizedTest
  @CsvSource({TELL + ",front.lead", INVESTIGATE + ",billing.lead", APPROVE + ",finance.lead", POST + ",billing.lead",
      EXPLAIN + ",front.lead", REFUSE + ",front.lead", FINALLY + ",front.lead"})
  void eachStepThatIsLateTellsTheOwnerAndHasItsLeadDecide(String step, String lead) {
    Request dispute = disputeOn(step);
    ProcessInstance process = process(dispute, "billing-dispute");
    Task late = letRunLate(dispute, step);

    assertThat(told(dispute)).containsExactly("front1");
    Task decision = people.task(dispute, LEAD_DECIDES);
    assertThat(decision.assignee()).isEqualTo(lead);
    assertThat(decision.createdAt()).isEqualTo(late.dueAt());
    assertDates(dispute);
    assertThat(process).hasPassed(lateTimerOf(step));
    withdraw(dispute);
    assertNothingRuns(dispute);
  }

  @ParameterizedTest
  @CsvSource({INVESTIGATE + ",Above", POST + ",Below"})
  void undecidedItTellsTheManagerAndPutsThePromiseAtRiskAndStillCloses(String step, String where) {
    Request dispute = disputeOn(step);
    ProcessInstance process = process(dispute, "billing-dispute");
    letRunLate(dispute, step);
    travelTo(people.task(dispute, LEAD_DECIDES).dueAt());
    assertThat(told(dispute)).containsExactly("front1", "manager");
    assertThat(people.steps(dispute)).contains(RENEW);
    assertThat(process).hasPassed("BoundaryEvent_PromiseAtRisk" + where, "EndEvent_RenewalAskedFor" + where)
        .hasNotPassed("EndEvent_LateTaskDealtWith" + where);

    if (step.equals(INVESTIGATE)) {
      people.complete(dispute, INVESTIGATE, "billing1", Map.of("justified", "yes"));
    }
    people.complete(dispute, POST, "billing1", Map.of());
    assertThat(process).hasPassed("EndEvent_LateTaskDealtWith" + where);
    people.complete(dispute, EXPLAIN, "front1", Map.of());
    assertClosed(dispute, "Credited after investigation");
  }

  @Test
  void theLeadWhoTakesOverOffersGoodwillOnHerOwnAuthority() {
    Request dispute = disputeOn(REFUSE);
    letRunLate(dispute, REFUSE);
    people.complete(dispute, LEAD_DECIDES, "front.lead", Map.of("decision", "take-over"));
    people.complete(dispute, REFUSE, "front.lead", Map.of("reaction", "goodwill", "goodwillCents", 10_000));
    assertThat(granted(dispute)).containsExactly("GOODWILL 100.00 EUR front.lead");
    assertClosed(dispute, "Goodwill granted");
  }
}
