package io.stile.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.Interaction.Channel;
import io.stile.customer.NewCustomer;
import io.stile.engine.UnitOfWork;
import io.stile.escalation.EmployeeTold;
import io.stile.organisation.Organisation;
import io.stile.promise.Keeping;
import io.stile.promise.NewPromise;
import io.stile.promise.Promise;
import io.stile.promise.PromiseRenewed;
import io.stile.promise.Promises;
import io.stile.request.Closing;
import io.stile.request.Opening;
import io.stile.request.Request;
import io.stile.request.RequestClosed;
import io.stile.request.RequestOpened;
import io.stile.request.Requests;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.web.Times;
import io.stile.work.Claims;
import io.stile.work.Task;
import io.stile.work.TaskAssigned;
import io.stile.work.TaskLate;
import io.stile.work.TaskWarned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets which mail, and that he gets it once. */
@StileTest
class MailTest {

  private static final String HOSTILE = "<script>alert(1)</script> & \"so\"\nsecond line";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Autowired Requesting people;
  @Autowired Requests requests;
  @Autowired Customers customers;
  @Autowired CustomerMail customerMail;
  @Autowired Claims claims;
  @Autowired Closing closing;
  @Autowired Promises promises;
  @Autowired Keeping keeping;
  @Autowired Organisation organisation;
  @Autowired UnitOfWork unitOfWork;
  @Autowired ApplicationEventPublisher events;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private MailRows rows;
  private Request request;
  private String number;

  @BeforeEach
  void open() {
    rows = new MailRows(jdbc);
    request = openedFor("Ada O'Neill <b>", "ada@example.org", HOSTILE);
    number = request.number().value();
    // While the clock stands still, nothing but the order of delivery tells which mail is older.
    rows.awaitDelivery();
  }

  private Request openedFor(String name, String email, String told) {
    Customer customer = people.customerInGoodStanding();
    customers.update(customer.id(), customer.version(), new NewCustomer(name, null, email, null));
    return unitOfWork.of(() -> requests.open(new Opening("phone-swap", customer.id(), "front1", Channel.PHONE,
        told, null, Map.of("wantedDevice", "aurora-5", "delivery", "ship"))));
  }

  private List<MailRows.Row> mail(String template) {
    return rows.about(number).stream().filter(mail -> mail.template().equals(template)).toList();
  }

  private static String berlin(Instant at) {
    return new Times(Clock.fixed(at, ZoneOffset.UTC)).absoluteLong(at, BERLIN);
  }

  private void publish(Object event) {
    unitOfWork.run(() -> events.publishEvent(event));
    rows.awaitDelivery();
  }

  @Test
  void theCustomerReadsNumberOwnerAndPromisedTimeOfHisRequest() {
    assertThat(mail("opened")).singleElement().satisfies(mail -> {
      assertThat(mail.recipient()).isEqualTo("customer:" + request.customer());
      assertThat(mail.address()).isEqualTo("ada@example.org");
      assertThat(mail.subject()).isEqualTo("Your request " + number + ": " + request.typeName());
      assertThat(mail.bodyText()).startsWith("Hello Ada O'Neill <b>,").contains(number,
          organisation.employee(request.owner()).orElseThrow().name(), berlin(request.dueAt()));
      assertThat(mail.bodyHtml()).contains(number, berlin(request.dueAt()));
      assertThat(mail.bodyText() + mail.bodyHtml()).doesNotContain(" th:", "${", "[(");
    });
  }

  @Test
  void aFinishedRequestSaysWhatCameOfIt() {
    customerMail.on(new RequestClosed(number, "front1", false, "Phone swapped", clock.now()));
    assertThat(mail("done")).singleElement().satisfies(mail -> {
      assertThat(mail.subject()).isEqualTo("Your request " + number + " is finished");
      assertThat(mail.bodyText()).contains("Phone swapped");
      assertThat(mail.bodyHtml()).contains("Phone swapped");
    });
  }

  @Test
  void htmlInWordsOfACustomerStaysText() {
    assertThat(mail("opened")).singleElement().satisfies(mail -> {
      assertThat(mail.bodyText()).contains(HOSTILE);
      assertThat(mail.bodyHtml()).contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so&quot;")
          .contains("Ada O&#39;Neill &lt;b&gt;").doesNotContain("<script>", "Neill <b>");
    });
  }

  @Test
  void whoToldNothingIsNotQuoted() {
    Request silent = openedFor("Bo", "bo@example.org", "");
    assertThat(rows.about(silent.number().value())).singleElement().satisfies(mail -> {
      assertThat(mail.bodyText()).doesNotContain("What you told us");
      assertThat(mail.bodyHtml()).doesNotContain("What you told us");
    });
  }

  @Test
  void aCustomerWithoutAnAddressGetsNone() {
    Request unreachable = openedFor("Cy", null, "Hello");
    assertThat(rows.about(unreachable.number().value())).isEmpty();
  }

  @Test
  void aRenewedPromiseTellsTheNewTimeTheOldOneAndWhy() {
    Promise promise = promises.promiseOf(number).orElseThrow();
    Instant due = request.dueAt().plus(Duration.ofHours(5));
    unitOfWork.run(() -> promises.renew(promise.id(), due, "no <stock>", "front1"));
    rows.awaitDelivery();
    unitOfWork.run(() -> promises.renew(promise.id(), due.plusSeconds(3600), "no stock again", "front1"));
    assertThat(mail("promise")).hasSize(2).first().satisfies(mail -> {
      assertThat(mail.bodyText()).contains(berlin(due), berlin(request.dueAt()), "no <stock>");
      assertThat(mail.bodyHtml()).contains(berlin(due), "no &lt;stock&gt;");
    });
  }

  private Promise callBack() {
    return unitOfWork.of(() -> keeping.give(new NewPromise(number, "call <back>", null, clock.now().plus(Duration.ofHours(3)),
        null, "front1")));
  }

  @Test
  void aPromiseThatMovesTellsWhatWhenAndWhy() {
    Promise promise = callBack();
    Instant from = clock.now().plus(Duration.ofHours(4));
    unitOfWork.run(() -> keeping.renew(promise.id(), from, from.plusSeconds(3600), "no <time>", "front1"));
    rows.awaitDelivery();
    assertThat(mail("promise-moved")).singleElement().satisfies(mail -> {
      assertThat(mail.bodyText()).contains("call <back>", berlin(from), berlin(from.plusSeconds(3600)), berlin(promise.dueAt()), "no <time>");
      assertThat(mail.bodyHtml()).contains("call &lt;back&gt;", "no &lt;time&gt;");
    });
  }

  @Test
  void aBrokenPromiseIsOwnedUpToAndOneThatReachedNobodyIsWritten() {
    Promise broken = callBack();
    unitOfWork.run(() -> keeping.broken(broken.id(), "the line is <dead>", "front1"));
    rows.awaitDelivery();
    assertThat(mail("promise-broken")).singleElement().satisfies(mail -> {
      assertThat(mail.bodyText()).contains("call <back>", berlin(broken.dueAt()), "the line is <dead>");
      assertThat(mail.bodyHtml()).contains("the line is &lt;dead&gt;");
    });
    Promise unreached = callBack();
    for (int attempt = 0; attempt < Promise.ENOUGH_ATTEMPTS; attempt++) {
      unitOfWork.run(() -> keeping.tried(unreached.id(), null, null, "front1"));
    }
    unitOfWork.run(() -> keeping.unreached(unreached.id(), "front1"));
    rows.awaitDelivery();
    assertThat(mail("promise-unreached")).singleElement().satisfies(mail -> assertThat(mail.bodyText()).contains("3 times"));
  }

  @Test
  void aWithdrawnRequestIsConfirmedAndNotCalledFinished() {
    unitOfWork.run(() -> closing.withdraw(number, "front1", "does not need it"));
    assertThat(rows.about(number)).extracting(MailRows.Row::template).containsExactly("opened", "withdrawn");
  }

  @Test
  void whoIsGivenATaskReadsWhichAndByWhom() {
    Task task = people.task(request, "UserTask_AgreePlanChange");
    unitOfWork.run(() -> claims.reassign(task.id(), "front5", "front.lead", null));
    assertThat(mail("assigned")).singleElement().satisfies(mail -> {
      assertThat(mail.address()).isEqualTo("front5@meridian.example");
      assertThat(mail.bodyText()).contains(task.name(), number, "http://localhost:8080/tasks/" + task.id(),
          organisation.employee("front.lead").orElseThrow().name());
      assertThat(mail.bodyHtml()).contains("href=\"http://localhost:8080/tasks/" + task.id() + "\"");
    });
  }

  @Test
  void anEventThatIsDeliveredTwiceMakesOneMailForEachRecipient() {
    Task task = people.task(request, "UserTask_AgreePlanChange");
    Instant now = clock.now();
    List<Object> happened = List.of(
        new PromiseRenewed(77, null, 1, number, request.dueAt(), null, now, "why", "front1", now),
        new TaskAssigned(task.id(), task.name(), number, "quality1", "front.lead", 77, now),
        new TaskWarned(task.id(), task.name(), number, "quality1", task.dueAt(), now),
        new TaskLate(task.id(), task.name(), number, "quality", "quality1", task.dueAt(), now),
        new EmployeeTold(number, "front1", task.id(), "owner", "“X” is late", now));
    for (int delivery = 1; delivery <= 2; delivery++) {
      happened.forEach(this::publish);
      // Published, these two would open and close the request once more; the listener is all that matters here.
      customerMail.on(new RequestOpened(number, request.type(), "front1", "front1", request.dueAt(), now));
      customerMail.on(new RequestClosed(number, "front1", false, "Phone swapped", now));
    }
    rows.awaitDelivery();
    assertThat(rows.about(number)).extracting(MailRows.Row::template, MailRows.Row::address)
        .extracting(Object::toString).containsExactlyInAnyOrder("(\"opened\", \"ada@example.org\")",
            "(\"promise\", \"ada@example.org\")", "(\"done\", \"ada@example.org\")",
            "(\"assigned\", \"quality1@meridian.example\")", "(\"warned\", \"quality1@meridian.example\")",
            "(\"late\", \"quality1@meridian.example\")", "(\"late\", \"quality.lead@meridian.example\")",
            "(\"late\", \"front1@meridian.example\")");
  }

  @Test
  void aPromiseThatHasPassedIsNotCalledALateTask() {
    Task task = people.task(request, "UserTask_AgreePlanChange");
    publish(new EmployeeTold(number, "front.lead", task.id(), "lead", "The promised time has passed", clock.now()));
    rows.awaitDelivery();
    assertThat(mail("late")).singleElement().satisfies(mail -> {
      assertThat(mail.subject()).isEqualTo(number + ": a promise has passed");
      assertThat(mail.bodyText()).contains("The promised time has passed.");
    });
  }

  @Test
  void whoHasLeftGetsNoMail() {
    Task task = people.task(request, "UserTask_AgreePlanChange");
    jdbc.sql("update employee set active = false where sign_in = 'network3'").update();
    try {
      publish(new TaskAssigned(task.id(), "X", number, "network3", null, 1, clock.now()));
    } finally {
      jdbc.sql("update employee set active = true where sign_in = 'network3'").update();
    }
    assertThat(mail("assigned")).isEmpty();
  }
}
