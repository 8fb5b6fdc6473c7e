package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.consistency.Consistency;
import io.stile.request.Request;
import io.stile.work.Claims;
import io.stile.work.Returns;
import io.stile.work.Task;
import io.stile.work.TaskRefused;
import io.stile.work.TaskReturn;
import io.stile.work.Waits;
import io.stile.work.WaitsFor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever people and time do with a task that is returned, waits and is decided about: row, clock and timers agree, and it is never lost. */
class ReturnSequencesTest extends ModelStory {

  private static final String STEP = "UserTask_ReserveHandset";
  private static final List<String> PEOPLE = List.of("logistics1", "logistics.lead", "front1", "front2", "front.lead", "billing1", "billing.lead");
  private static final List<String> DOERS = List.of("logistics", "front-office", "billing", "role-owner");

  @Autowired
  Returns returns;
  @Autowired
  Waits waits;
  @Autowired
  Claims claims;
  @Autowired
  Consistency consistency;

  private Random random;
  private Request swap;
  private long task;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void noSequenceMakesThemDisagree(long seed) {
    random = new Random(seed);
    swap = standingOn(STEP);
    task = people.task(swap, STEP).id();
    for (int step = 0; step < 16; step++) {
      attempt();
      assertThat(now().isLive()).as("seed %d, step %d", seed, step).isTrue();
      assertAgreement("seed " + seed + ", step " + step);
    }
    finish();
    assertThat(now().state()).isEqualTo(Task.State.DONE);
    assertThat(returns.of(now())).as("seed %d", seed).noneMatch(TaskReturn::isRunning);
    assertAgreement("completed, seed " + seed);
    withdraw(swap);
    assertNothingRuns(swap);
    assertAgreement("withdrawn, seed " + seed);
  }

  private void attempt() {
    String by = PEOPLE.get(random.nextInt(PEOPLE.size()));
    String worker = now().assignee() == null ? by : now().assignee();
    try {
      switch (random.nextInt(9)) {
        case 0, 1 -> time.advance(Duration.ofMinutes(5 + random.nextInt(200)));
        case 2, 3 -> unitOfWork.run(() -> returns.giveBack(task, "not-our-work", "Seed", worker));
        case 4 -> unitOfWork.run(() -> returns.sendOn(task, "Answer", worker));
        case 5 -> unitOfWork.run(() -> claims.claim(task, by));
        case 6 -> unitOfWork.run(() -> waits.begin(task, WaitsFor.CUSTOMER, clock.now().plus(Duration.ofMinutes(60 + random.nextInt(600))), "Why", worker));
        case 7 -> unitOfWork.run(() -> waits.resume(task, worker));
        default -> say();
      }
    } catch (TaskRefused refused) {
      assertThat(refused.kind()).isNotEqualTo(TaskRefused.Kind.UNKNOWN);
    }
  }

  /** Whoever is asked in the joint decision says something. */
  private void say() {
    Map<String, String> fields = Map.of("UserTask_SayWhoDoesItReturning", "returningLeadSays", "UserTask_SayWhoDoesItOther",
        "otherLeadSays", "UserTask_DecideWhoDoesIt", "ownerSays");
    tasks.ofRequest(swap.number().value()).stream().filter(Task::isLive).filter(step -> step.process().equals("return")).findFirst()
        .ifPresent(step -> people.complete(swap, step.stepKey(), step.assignee(),
            Map.of(fields.get(step.stepKey()), DOERS.get(random.nextInt(DOERS.size())))));
  }

  private void finish() {
    if (now().isReturned()) {
      unitOfWork.run(() -> returns.sendOn(task, "At last", now().department() == null ? now().assignee() : lead(now().department())));
    }
    String worker = now().assignee() == null ? lead(now().department()) : now().assignee();
    people.complete(swap, STEP, worker, Map.of("inStock", "yes"));
  }

  private static String lead(String department) {
    return department.equals("front-office") ? "front.lead" : department + ".lead";
  }

  private void assertAgreement(String when) {
    if (people.now(swap).isOpen()) {
      assertDates(swap);
    }
    assertThat(consistency.check().findings()).as(when)
        .filteredOn(finding -> swap.number().value().equals(finding.request())).isEmpty();
  }

  private Task now() {
    return tasks.byId(task).orElseThrow();
  }
}
