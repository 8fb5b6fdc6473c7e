package io.stile.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stile.customer.Contract;
import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.DeviceClass;
import io.stile.customer.Interaction;
import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interactions;
import io.stile.customer.NewCustomer;
import io.stile.customer.Tier;
import io.stile.engine.UnitOfWork;
import io.stile.request.Answers;
import io.stile.request.AnswersRefused;
import io.stile.request.Correction;
import io.stile.request.Journal;
import io.stile.request.JournalEntry;
import io.stile.request.JournalKind;
import io.stile.request.OpeningCorrection;
import io.stile.request.OpeningCorrection.Move;
import io.stile.request.Opening;
import io.stile.request.Request;
import io.stile.request.RequestFilter;
import io.stile.request.RequestLists;
import io.stile.request.RequestRefused;
import io.stile.request.Requests;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.work.Corrections.Slip;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was written down wrongly, and a second request from the same call. */
@StileTest
class CorrectionsTest {

  @Autowired Requesting people;
  @Autowired Requests requests;
  @Autowired RequestLists lists;
  @Autowired Customers customers;
  @Autowired Interactions interactions;
  @Autowired Corrections corrections;
  @Autowired OpeningCorrection opening;
  @Autowired Answers answers;
  @Autowired Journal journal;
  @Autowired TaskLookup tasks;
  @Autowired UnitOfWork unitOfWork;
  @Autowired RuntimeService runtime;
  @Autowired JdbcClient jdbc;

  @Test
  void aSlipInTheOpeningFormIsCorrectedWithTheOldValueInTheJournal() {
    Request swap = people.phoneSwap();

    Correction done = correct(swap, openingOf(swap), Map.of("wantedDevice", "aurora-5-pro", "delivery", "ship"), "front1");

    assertThat(answers.latest(number(swap))).containsEntry("wantedDevice", "aurora-5-pro");
    JournalEntry entry = last(swap, JournalKind.ANSWER_CORRECTED);
    assertThat(entry.actor()).isEqualTo("front1");
    assertThat(entry.told()).isEqualTo("corrected “Phone swap”, Handset that the customer wants: Aurora 5 (standard) → "
        + "Aurora 5 Pro (premium): Misheard");
    assertThat(done.decided()).isEmpty();
  }

  @Test
  void aSlipInACompletedStepReachesTheEngineAndWhatItDecidedIsNamed() {
    Request swap = people.phoneSwap();
    people.complete(swap, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    people.complete(swap, "UserTask_ReserveHandset", "logistics1", Map.of("inStock", "yes"));
    assertThat(variables(swap)).containsEntry("inStock", "yes");

    Correction done = correct(swap, answerOf(swap, "Reserve the handset"), Map.of("inStock", "no"), "logistics1");

    assertThat(variables(swap)).containsEntry("inStock", "no");
    assertThat(done.decided()).containsExactly("“In stock?”");
    assertThat(last(swap, JournalKind.ANSWER_CORRECTED).details()).containsEntry("decided", "“In stock?”");
    assertThat(people.steps(swap)).containsExactly("UserTask_ChangePlanAndDataOption");
  }

  @Test
  void answersAreCheckedByTheSameForm() {
    Request swap = people.phoneSwap();

    assertThatThrownBy(() -> correct(swap, openingOf(swap), Map.of("wantedDevice", "brick", "delivery", "ship"), "front1"))
        .isInstanceOf(AnswersRefused.class);
    assertThatThrownBy(() -> correct(swap, openingOf(swap), Map.of("wantedDevice", "aurora-5", "delivery", "ship",
        "contract", customers.contractsOf(swap.customer()).get(0).number()), "front1"))
        .isInstanceOf(RequestRefused.class).hasMessageContaining("Nothing is different");
    assertThatThrownBy(() -> unitOfWork.run(() -> corrections.correct(number(swap),
        new Slip(openingOf(swap), 0, Map.of("wantedDevice", "pebble-2", "delivery", "ship"), " "), "front1")))
        .isInstanceOf(RequestRefused.class).hasMessageContaining("why");
    assertThat(answers.latest(number(swap))).containsEntry("wantedDevice", "aurora-5");
  }

  @Test
  void onlyOwnerWriterAndTheirLeadMayCorrect() {
    Request swap = people.phoneSwap();
    Map<String, Object> right = Map.of("wantedDevice", "pebble-2", "delivery", "ship");

    assertThatThrownBy(() -> correct(swap, openingOf(swap), right, "billing1")).isInstanceOfSatisfying(RequestRefused.class,
        refused -> assertThat(refused.kind()).isEqualTo(RequestRefused.Kind.FORBIDDEN));
    assertThatThrownBy(() -> move(swap, people.customerInGoodStanding(), "billing1")).isInstanceOf(RequestRefused.class);
    correct(swap, openingOf(swap), right, "front.lead");
  }

  @Test
  void whoeverSawAnOlderVersionIsTold() {
    Request swap = people.phoneSwap();
    long answer = openingOf(swap);
    correct(swap, answer, Map.of("wantedDevice", "pebble-2", "delivery", "ship"), "front1");

    assertThatThrownBy(() -> correct(swap, answer, Map.of("wantedDevice", "aurora-5-pro", "delivery", "ship"), "front.lead"))
        .isInstanceOf(RequestRefused.class).hasMessageContaining("corrected by somebody else meanwhile");
  }

  @Test
  void aRequestMovesToTheRightCustomerWithAllThatBelongsToIt() {
    Request swap = people.phoneSwap();
    Customer right = customers.add(new NewCustomer("Rita Right", null, "rita@example.org", Tier.GOLD));
    customers.add(new Contract("R-" + (900_000 + right.id()), right.id(), LocalDate.parse("2020-01-01"), 0L, "EUR",
        DeviceClass.PREMIUM, null));

    Correction done = move(swap, right, "front1");

    Request now = people.now(swap);
    assertThat(now.customer()).isEqualTo(right.id());
    assertThat(now.contract()).isEqualTo("R-" + (900_000 + right.id()));
    assertThat(answers.latest(number(swap))).containsEntry("contract", now.contract()).containsEntry("wantedDevice", "aurora-5");
    assertThat(tasks.ofRequest(number(swap))).extracting(Task::customer).containsOnly(right.id());
    assertThat(interactions.of(right.id(), 10)).extracting(Interaction::id).containsExactly(swap.interaction());
    assertThat(interactions.of(swap.customer(), 10)).isEmpty();
    assertThat(lists.page(new RequestFilter(null, null, right.id(), null, null), null, 10).items()).hasSize(1);
    assertThat(last(swap, JournalKind.CUSTOMER_CORRECTED).told()).startsWith("corrected the customer, Rita Right instead of Tess Trial: Wrong Tess");
    assertThat(variables(swap)).containsEntry("deviceClass", "premium");
    assertThat(done.decided()).contains("“Check eligibility”");
    assertThat(done.left()).isNull();
  }

  @Test
  void whoeverSawTheWrongCustomerAfterTheCorrectionIsTold() {
    Request swap = people.phoneSwap();
    move(swap, people.customerInGoodStanding(), "front1");

    assertThatThrownBy(() -> move(swap, people.customerInGoodStanding(), "front.lead")).isInstanceOf(RequestRefused.class)
        .hasMessageContaining("corrected by somebody else meanwhile: it is Tess Trial now");
  }

  @Test
  void aRequestForWhichMoneyWasGrantedStaysWithItsCustomer() {
    Customer granted = people.customerInGoodStanding();
    Request dispute = people.billingDispute(granted, "front1", 2_000);

    assertThatThrownBy(() -> move(dispute, people.customerInGoodStanding(), "front1")).isInstanceOf(RequestRefused.class)
        .hasMessageContaining("has to stay with Tess Trial").hasMessageContaining("was granted");
    assertThat(people.now(dispute).customer()).isEqualTo(granted.id());
  }

  @Test
  void mailThatWaitsForTheWrongCustomerIsNotSentToHim() {
    Request swap = people.phoneSwap();
    jdbc.sql("""
        insert into mail (event, template, recipient, name, address, subject, body_text, body_html, request, created_at, due_at)
        values ('opened:' || :n, 'opened', 'customer:' || :c, 'Tess', 't@example.org', 's', 't', 'h', :n, now(), now())""")
        .param("n", number(swap)).param("c", swap.customer()).update();

    move(swap, people.customerInGoodStanding(), "front1");

    assertThat(jdbc.sql("select count(*) from mail where request = ? and recipient = ?")
        .params(number(swap), "customer:" + swap.customer()).query(Integer.class).single()).isZero();
  }

  @Test
  void twoRequestsFromOneCallShareWhatWasSaid() {
    Request first = people.phoneSwap();
    Request second = fromTheSameCall(first);

    assertThat(second.interaction()).isEqualTo(first.interaction()).isNotNull();
    assertThat(second.told()).isEqualTo(first.told());
    assertThat(interactions.of(first.customer(), 10)).hasSize(1);
    assertThat(requests.fromTheSameCall(first)).extracting(Request::number).containsExactly(second.number());
    assertThatThrownBy(() -> unitOfWork.run(() -> requests.open(new Opening("phone-swap", people.customerInGoodStanding().id(),
        "front1", Channel.PHONE, "", null, Map.of("wantedDevice", "aurora-5", "delivery", "ship"), first.interaction()))))
        .isInstanceOf(RequestRefused.class).hasMessageContaining("no interaction");
  }

  @Test
  void theCallMovesWithTheLastOfItsRequests() {
    Request first = people.phoneSwap();
    Request second = fromTheSameCall(first);
    Customer right = people.customerInGoodStanding();

    assertThat(move(first, right, "front1").left()).contains(number(second));
    assertThat(interactions.of(right.id(), 10)).isEmpty();
    assertThat(move(second, right, "front1").left()).isNull();

    assertThat(interactions.of(right.id(), 10)).hasSize(1);
  }

  private Request fromTheSameCall(Request first) {
    return unitOfWork.of(() -> requests.open(new Opening("billing-dispute", first.customer(), "front1", Channel.MAIL, "", null,
        Map.of("amountCents", 5_000L, "disputedFor", "not-ordered"), first.interaction())));
  }

  private Correction correct(Request request, long answer, Map<String, Object> right, String by) {
    return unitOfWork.of(() -> corrections.correct(number(request), new Slip(answer, 0, right, "Misheard"), by));
  }

  private Correction move(Request request, Customer right, String by) {
    return unitOfWork.of(() -> opening.move(number(request), new Move(request.customer(), right.id(), null, "Wrong Tess"), by));
  }

  private long openingOf(Request request) {
    return opening.opening(number(request)).orElseThrow().id();
  }

  private long answerOf(Request request, String step) {
    return answers.of(number(request)).stream().filter(answer -> answer.step().equals(step)).findFirst().orElseThrow().id();
  }

  private JournalEntry last(Request request, JournalKind kind) {
    List<JournalEntry> all = journal.of(number(request)).stream().filter(entry -> entry.kind() == kind).toList();
    return all.get(all.size() - 1);
  }

  private Map<String, Object> variables(Request request) {
    return runtime.getVariables(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number(request))
        .processDefinitionKey(request.type()).singleResult().getId());
  }

  private static String number(Request request) {
    return request.number().value();
  }
}
