package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.customer.Customer;
import io.stile.grant.Grants;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of the billing dispute share: a dispute that is driven to a step. */
abstract class DisputeStory extends ModelStory {

  static final String TELL = "UserTask_TellCustomer";
  static final String INVESTIGATE = "UserTask_InvestigateCharge";
  static final String APPROVE = "UserTask_ApproveCredit";
  static final String POST = "UserTask_PostCredit";
  static final String EXPLAIN = "UserTask_ExplainOutcome";
  static final String REFUSE = "UserTask_ExplainWhyChargeStands";
  static final String FINALLY = "UserTask_ExplainFinalDecision";
  /** Above the authority of the front office, and not approved by finance. */
  static final long MUCH = 5_000;
  /** Above what billing credit without finance. */
  static final long VERY_MUCH = 5_001;

  @Autowired
  Grants grants;

  Request dispute(long cents) {
    return dispute(people.customerInGoodStanding(), "front1", cents);
  }

  Request dispute(Customer customer, String opener, long cents) {
    Request opened = people.billingDispute(customer, opener, cents);
    ModelCoverage.follow(opened.number().value());
    assertDates(opened);
    return opened;
  }

  void investigate(Request dispute, boolean justified) {
    complete(dispute, INVESTIGATE, "billing1", justified ? Map.of("justified", "yes")
        : Map.of("justified", "no", "finding", "It was ordered in June"));
  }

  void reopen(Request dispute) {
    complete(dispute, REFUSE, "front1", Map.of("reaction", "new-facts", "newFacts", "The letter of June"));
  }

  /** A new dispute that stands on a step. */
  Request disputeOn(String step) {
    Request dispute = dispute(step.equals(TELL) ? 2_000 : step.equals(APPROVE) ? VERY_MUCH : MUCH);
    boolean justified = List.of(APPROVE, POST, EXPLAIN).contains(step);
    List<Runnable> way = List.of(() -> investigate(dispute, justified),
        () -> {
          if (justified) {
            complete(dispute, POST, "billing1", Map.of());
          } else {
            reopen(dispute);
          }
        }, () -> investigate(dispute, false));
    for (int i = 0; i < way.size() && !people.steps(dispute).contains(step); i++) {
      way.get(i).run();
    }
    assertThat(people.steps(dispute)).containsExactly(step);
    return dispute;
  }

  void assertClosed(Request dispute, String outcome) {
    assertThat(people.now(dispute).state()).isEqualTo(Request.State.CLOSED);
    assertThat(people.now(dispute).outcome()).isEqualTo(outcome);
    assertThat(journal(dispute, JournalKind.CLOSED)).hasSize(1);
    assertNothingRuns(dispute);
  }

  /** What was granted, as basis, amount, by whom. */
  List<String> granted(Request dispute) {
    return grants.ofRequest(dispute.number().value()).stream()
        .map(grant -> grant.basis() + " " + grant.amount() + " " + grant.grantedBy()).toList();
  }
}
