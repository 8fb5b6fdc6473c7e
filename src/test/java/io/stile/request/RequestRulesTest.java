package io.stile.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stile.catalogue.OwnerPolicy;
import io.stile.customer.Customer;
import io.stile.customer.Interaction.Channel;
import io.stile.engine.UnitOfWork;
import io.stile.organisation.NewEmployee;
import io.stile.organisation.Organisation;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.web.Refused.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may do what with a request, and what is refused. */
@StileTest
class RequestRulesTest {

  @Autowired
  Requesting people;
  @Autowired
  Requests requests;
  @Autowired
  Closing closing;
  @Autowired
  Ownership ownership;
  @Autowired
  OwnerChoice ownerChoice;
  @Autowired
  Notes notes;
  @Autowired
  Journal journal;
  @Autowired
  Answers answers;
  @Autowired
  Organisation organisation;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  JdbcClient jdbc;

  private Request open(String type, long customer, String told, Map<String, Object> data) {
    return unitOfWork.of(() -> requests.open(new Opening(type, customer, "front1", Channel.PHONE, told, null, data)));
  }

  private Map<String, Object> data() {
    return new HashMap<>(Map.of("wantedDevice", "aurora-5", "delivery", "ship"));
  }

  private void assertRefused(Kind kind, String part, ThrowingCallable attempt) {
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(attempt).withMessageContaining(part)
        .satisfies(refused -> assertThat(refused.kind()).isEqualTo(kind));
  }

  private long requestsOf(Customer customer) {
    return jdbc.sql("select count(*) from request where customer = ?").param(customer.id()).query(Long.class).single();
  }

  @Test
  void aRequestOfAnUnknownTypeIsRefusedWithTheTypesThereAre() {
    Customer customer = people.customerInGoodStanding();
    assertRefused(Kind.INVALID, "'no-such'", () -> open("no-such", customer.id(), "", data()));
    assertRefused(Kind.INVALID, "phone-swap", () -> open("no-such", customer.id(), "", data()));
    assertRefused(Kind.INVALID, "'escalation'", () -> open("escalation", customer.id(), "", data()));
    assertThat(requestsOf(customer)).isZero();
  }

  @Test
  void aRequestOfAnUnknownCustomerIsRefused() {
    assertRefused(Kind.INVALID, "-5", () -> open("phone-swap", -5, "", data()));
  }

  @Test
  void wordsThatCannotBeKeptAreRefused() {
    Customer customer = people.customerInGoodStanding();
    assertRefused(Kind.INVALID, "10001", () -> open("phone-swap", customer.id(), "x".repeat(10_001), data()));
    assertRefused(Kind.INVALID, "U+0000", () -> open("phone-swap", customer.id(), "a\0b", data()));
    assertThat(requestsOf(customer)).isZero();
    assertThat(open("phone-swap", customer.id(), "x".repeat(10_000), data()).told()).hasSize(10_000);
  }

  @Test
  void answersThatTheStartFormDoesNotHaveAreRefusedAndNothingIsOpened() {
    Customer customer = people.customerInGoodStanding();
    Map<String, Object> foreign = data();
    foreign.put("eligibility", "eligible");
    assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> open("phone-swap", customer.id(), "", foreign))
        .satisfies(refused -> assertThat(refused.problems()).extracting("field").containsExactly("eligibility"));
    Map<String, Object> missing = data();
    missing.remove("wantedDevice");
    assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> open("phone-swap", customer.id(), "", missing));
    assertThat(requestsOf(customer)).isZero();
  }

  @Test
  void aContractOfAnotherCustomerIsRefused() {
    Customer other = people.customerInGoodStanding();
    String contract = jdbc.sql("select number from contract where customer = ?").param(other.id()).query(String.class).single();
    Map<String, Object> stolen = data();
    stolen.put("contract", contract);
    assertThatExceptionOfType(AnswersRefused.class)
        .isThrownBy(() -> open("phone-swap", people.customerInGoodStanding().id(), "", stolen));
  }

  @Test
  void markupAndExpressionsStayText() {
    String hostile = "<script>alert(1)</script> ${7*7} #{dataSource} [[${7*7}]] \"'&;--";
    Request request = open("phone-swap", people.customerInGoodStanding().id(), hostile, data());
    assertThat(people.now(request).told()).isEqualTo(hostile);
    unitOfWork.run(() -> notes.add(request.number().value(), "front1", hostile));
    people.complete(request, "UserTask_AgreePlanChange", "front1",
        Map.of("newPlan", "same", "dataOption", "none", "agreedNote", hostile));
    assertThat(answers.latest(request.number().value())).containsEntry("agreedNote", hostile);
    assertThat(journal.of(request.number().value())).anySatisfy(entry ->
        assertThat(entry.told()).isEqualTo("noted: " + hostile));
  }

  @ParameterizedTest
  @ValueSource(strings = {"front1", "front2", "front.lead"})
  void openerOwnerAndTheirLeadMayWithdraw(String who) {
    Request request = people.phoneSwap();
    unitOfWork.run(() -> ownership.move(request.number().value(), "front2", "front.lead", "Try"));
    unitOfWork.run(() -> closing.withdraw(request.number().value(), who, "No longer wanted"));
    assertThat(people.now(request).state()).isEqualTo(Request.State.WITHDRAWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"front3", "billing.lead", "billing1", "manager", "admin", "owner.phone-swap"})
  void nobodyElseMayWithdraw(String who) {
    Request request = people.phoneSwap();
    assertRefused(Kind.FORBIDDEN, "may withdraw",
        () -> unitOfWork.run(() -> closing.withdraw(request.number().value(), who, "No longer wanted")));
    assertThat(people.now(request).isOpen()).isTrue();
  }

  @Test
  void withdrawingNeedsAReasonAndAnOpenRequest() {
    Request request = people.phoneSwap();
    String number = request.number().value();
    for (String reason : new String[] {null, "", " \n", "a\0", "x".repeat(10_001)}) {
      assertThatExceptionOfType(RequestRefused.class)
          .isThrownBy(() -> unitOfWork.run(() -> closing.withdraw(number, "front1", reason)))
          .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.INVALID))
          .satisfies(refused -> assertThat(refused.field()).isEqualTo("reason"));
    }
    assertRefused(Kind.UNKNOWN, "SR-0", () -> unitOfWork.run(() -> closing.withdraw("SR-0", "front1", "x")));
    unitOfWork.run(() -> closing.withdraw(number, "front1", "No longer wanted"));
    assertRefused(Kind.CONFLICT, "already withdrawn", () -> unitOfWork.run(() -> closing.withdraw(number, "front1", "x")));
  }

  @ParameterizedTest
  @CsvSource({"front2,front1,Try,FORBIDDEN", "front2,manager,Try,FORBIDDEN", "nobody,front.lead,Try,INVALID",
      "left,front.lead,Try,INVALID", "front2,front.lead,'',INVALID", "front2,unknown,Try,FORBIDDEN"})
  void ownershipIsMovedByALeadToAnActiveEmployeeWithAReason(String to, String by, String reason, Kind kind) {
    if (organisation.employee("left").isEmpty()) {
      organisation.add(newEmployee("left"));
      organisation.setActive("left", false);
    }
    Request request = people.phoneSwap();
    assertRefused(kind, "", () -> unitOfWork.run(() -> ownership.move(request.number().value(), to, by, reason)));
    assertThat(people.now(request).owner()).isEqualTo("front1");
  }

  private static NewEmployee newEmployee(String signIn) {
    return new NewEmployee(signIn, "Left Long Ago", "{noop}x", ZoneId.of("Europe/Berlin"), Set.of());
  }

  @Test
  void theOwnerOfAClosedRequestIsNotMoved() {
    Request request = people.phoneSwap();
    unitOfWork.run(() -> closing.withdraw(request.number().value(), "front1", "No longer wanted"));
    assertRefused(Kind.CONFLICT, "closed",
        () -> unitOfWork.run(() -> ownership.move(request.number().value(), "front2", "front.lead", "Try")));
  }

  @Test
  void movingToThePresentOwnerChangesNothing() {
    Request request = people.phoneSwap();
    List<JournalEntry> story = journal.of(request.number().value());
    unitOfWork.run(() -> ownership.move(request.number().value(), "front1", "front.lead", "Try"));
    assertThat(journal.of(request.number().value())).isEqualTo(story);
  }

  @Test
  void theJournalIsAppendOnly() {
    Request request = people.phoneSwap();
    List<JournalEntry> story = journal.of(request.number().value());
    for (String change : List.of("update journal set actor = 'front2'", "delete from journal",
        "update journal set details = '{}' where request = '" + request.number() + "'", "truncate journal")) {
      assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).isInstanceOf(DataAccessException.class)
          .hasMessageContaining("append-only");
    }
    assertThat(journal.of(request.number().value())).isEqualTo(story).isNotEmpty();
  }

  @Test
  void theOpenerOwnsItByDefault() {
    assertThat(ownerChoice.owner(new OwnerPolicy(null), "front3", Instant.parse("2026-03-10T09:00:00Z"))).isEqualTo("front3");
  }

  @Test
  void aDepartmentsLeastLoadedAvailableMemberOwnsItAndItsLeadWhileItIsClosed() {
    Instant open = Instant.parse("2026-03-10T09:00:00Z");
    Instant absenceOfFinance2 = Instant.parse("2026-03-03T09:00:00Z");
    Instant night = Instant.parse("2026-03-10T01:00:00Z");
    OwnerPolicy finance = new OwnerPolicy("finance");
    assertThat(ownerChoice.owner(finance, "front1", open)).isEqualTo("billing3");
    for (String member : List.of("billing3", "finance.lead", "finance1")) {
      assertThat(ownerChoice.owner(finance, "front1", open)).isEqualTo(member);
      Request request = people.phoneSwap();
      unitOfWork.run(() -> ownership.move(request.number().value(), member, "front.lead", "Try"));
    }
    assertThat(ownerChoice.owner(finance, "front1", open)).as("the one who has nothing").isEqualTo("finance2");
    assertThat(ownerChoice.owner(finance, "front1", absenceOfFinance2)).as("he is absent").isEqualTo("billing3");
    assertThat(ownerChoice.owner(finance, "front1", night)).isEqualTo("finance.lead");
  }
}
