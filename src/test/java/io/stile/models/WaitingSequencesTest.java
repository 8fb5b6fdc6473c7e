package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.consistency.Consistency;
import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interaction.Direction;
import io.stile.customer.Interactions;
import io.stile.customer.NewInteraction;
import io.stile.request.Clocks;
import io.stile.request.Request;
import io.stile.work.Claims;
import io.stile.work.Task;
import io.stile.work.TaskRefused;
import io.stile.work.Waits;
import io.stile.work.WaitsFor;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever people and time do with a task that waits and goes on: row, clock and timers are one instant, and no time is lost. */
class WaitingSequencesTest extends ModelStory {

  private static final String STEP = "UserTask_ReserveHandset";

  @Autowired
  Waits waits;
  @Autowired
  Claims claims;
  @Autowired
  Interactions interactions;
  @Autowired
  Consistency consistency;

  private Random random;
  private Request swap;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noSequenceMakesThemDisagree(long seed) {
    random = new Random(seed);
    swap = standingOn(STEP);
    long task = people.task(swap, STEP).id();
    unitOfWork.run(() -> claims.claim(task, "logistics1"));
    for (int step = 0; step < 14; step++) {
      Duration before = left(task);
      boolean waited = now(task).isWaiting();
      int does = random.nextInt(8);
      if (does < 3) {
        time.advance(Duration.ofMinutes(5 + random.nextInt(400)));
      } else {
        attempt(task, does);
        assertThat(left(task)).as("seed %d, step %d", seed, step).isEqualTo(before);
      }
      if (waited && now(task).isWaiting()) {
        assertThat(left(task)).as("seed %d, step %d", seed, step).isEqualTo(before);
      }
      assertAgreement("seed " + seed + ", step " + step);
    }
    people.complete(swap, STEP, "logistics1", Map.of("inStock", "yes"));
    assertAgreement("completed, seed " + seed);
    withdraw(swap);
    assertNothingRuns(swap);
    assertAgreement("withdrawn, seed " + seed);
  }

  private void attempt(long task, int what) {
    try {
      unitOfWork.run(() -> {
        switch (what) {
          case 3, 4 -> waits.begin(task, random.nextBoolean() ? WaitsFor.CUSTOMER : WaitsFor.THIRD_PARTY,
              clock.now().plus(Duration.ofMinutes(1 + random.nextInt(3_000))), "Which colour?", "logistics1");
          case 5, 6 -> waits.resume(task, "logistics1");
          default -> interactions.log(new NewInteraction(swap.customer(), swap.number().value(), Channel.MAIL,
              Direction.IN, null, "The black one, please."));
        }
      });
    } catch (TaskRefused closedOrNotWaiting) {
      assertThat(closedOrNotWaiting.kind()).isIn(TaskRefused.Kind.INVALID, TaskRefused.Kind.CONFLICT);
    }
  }

  private void assertAgreement(String when) {
    if (people.now(swap).isOpen()) {
      assertDates(swap);
    }
    assertThat(consistency.check().findings()).as(when)
        .filteredOn(finding -> swap.number().value().equals(finding.request())).isEmpty();
  }

  private Task now(long task) {
    return tasks.byId(task).orElseThrow();
  }

  private Duration left(long task) {
    return clocks.clock(swap.number().value(), Clocks.ofTask(task)).orElseThrow().remaining(clock.now());
  }
}
