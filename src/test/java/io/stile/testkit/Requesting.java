package io.stile.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.customer.Contract;
import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.DeviceClass;
import io.stile.customer.Interaction.Channel;
import io.stile.customer.NewCustomer;
import io.stile.customer.Tier;
import io.stile.engine.UnitOfWork;
import io.stile.request.Opening;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.work.Claims;
import io.stile.work.Completion;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** Plays the people of a request in tests: a customer who calls, employees who claim and complete. */
@TestComponent
public class Requesting {

  private static final AtomicInteger CONTRACTS = new AtomicInteger(900_000);

  private final Customers customers;
  private final Requests requests;
  private final Claims claims;
  private final Completion completion;
  private final TaskLookup tasks;
  private final UnitOfWork unitOfWork;

  Requesting(Customers customers, Requests requests, Claims claims, Completion completion, TaskLookup tasks,
      UnitOfWork unitOfWork) {
    this.customers = customers;
    this.requests = requests;
    this.claims = claims;
    this.completion = completion;
    this.tasks = tasks;
    this.unitOfWork = unitOfWork;
  }

  /** A new customer with one contract in good standing: old enough, nothing to pay. */
  public Customer customerInGoodStanding() {
    return customerWith(LocalDate.parse("2021-05-01"), 0L, DeviceClass.STANDARD);
  }

  /** A new customer with one contract of these facts. */
  public Customer customerWith(LocalDate since, Long openBalanceCents, DeviceClass deviceClass) {
    return withContract(customers.add(new NewCustomer("Tess Trial", null, null, null)), since, openBalanceCents, "EUR",
        deviceClass);
  }

  /** A new customer of a tier with one contract in good standing, in a currency. */
  public Customer customerOf(Tier tier, String currency) {
    return withContract(customers.add(new NewCustomer("Tess Trial", null, null, tier)), LocalDate.parse("2021-05-01"), 0L,
        currency, DeviceClass.STANDARD);
  }

  private Customer withContract(Customer customer, LocalDate since, Long openBalanceCents, String currency,
      DeviceClass deviceClass) {
    customers.add(new Contract("T-" + CONTRACTS.incrementAndGet(), customer.id(), since, openBalanceCents, currency,
        deviceClass, null));
    return customer;
  }

  /** A phone swap that {@code front1} opens for a new customer in good standing. */
  public Request phoneSwap() {
    return phoneSwap(customerInGoodStanding(), "front1");
  }

  /** A phone swap that an employee opens for a customer. */
  public Request phoneSwap(Customer customer, String opener) {
    return unitOfWork.of(() -> requests.open(new Opening("phone-swap", customer.id(), opener, Channel.PHONE,
        "My phone is too slow, I want the new one.", null,
        Map.of("wantedDevice", "aurora-5", "delivery", "ship"))));
  }

  /** A dispute about a charge that an employee opens for a customer. */
  public Request billingDispute(Customer customer, String opener, long amountCents) {
    return unitOfWork.of(() -> requests.open(new Opening("billing-dispute", customer.id(), opener, Channel.PHONE,
        "There is something on my bill that I did not order.", null,
        Map.of("amountCents", amountCents, "disputedFor", "not-ordered"))));
  }

  /** The live task of a request on a step. */
  public Task task(Request request, String step) {
    List<Task> live = tasks.ofRequest(request.number().value()).stream()
        .filter(task -> task.isLive() && task.stepKey().equals(step)).toList();
    assertThat(live).as("live tasks of %s on %s among %s", request.number(), step, steps(request)).hasSize(1);
    return live.get(0);
  }

  /** The steps on which a request has live tasks. */
  public List<String> steps(Request request) {
    return tasks.ofRequest(request.number().value()).stream().filter(Task::isLive).map(Task::stepKey).sorted().toList();
  }

  /** Has an employee claim, if it is not his, and complete the task on a step. */
  public void complete(Request request, String step, String employee, Map<String, Object> answers) {
    Task task = task(request, step);
    unitOfWork.run(() -> {
      if (task.state() == Task.State.OPEN) {
        claims.claim(task.id(), employee);
      }
      completion.complete(task.id(), employee, answers);
    });
  }

  /** The request as it is now. */
  public Request now(Request request) {
    return requests.byNumber(request.number().value()).orElseThrow();
  }
}
