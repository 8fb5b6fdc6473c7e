package io.stile.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.engine.Migrations.NameAhead.Reader;
import io.stile.engine.camunda.NameShape.Builder;
import io.stile.engine.camunda.NameShape.Reading;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether a name is still given before it is read, by the shape of a model alone. */
class NameShapeTest {

  private static final Reading CONDITION = new Reading("gateway", Set.of("x"), Reader.CONDITION, "Which way?", null, true, true);
  private static final Reading INSTANT = new Reading("timer", Set.of("x"), Reader.INSTANT, "Then", null, false, true);

  private static NameShape shape(String... ways) {
    Builder shape = new Builder();
    for (String way : ways) {
      String[] elements = way.split(" ");
      for (int i = 1; i < elements.length; i++) {
        shape.way(elements[i - 1], elements[i]);
      }
    }
    return shape.build();
  }

  private static boolean isGiven(NameShape shape, Reading reading, String... places) {
    assertThat(shape.comesTo(reading, List.of(places))).isTrue();
    return shape.isGivenBefore(reading, List.of(places), Set.of("asks"));
  }

  @Test
  void itIsGivenWhereTheStepThatAsksLiesAheadOrIsBeingDone() {
    NameShape straight = shape("first asks second gateway end");

    assertThat(isGiven(straight, CONDITION, "first")).isTrue();
    assertThat(isGiven(straight, CONDITION, "asks")).isTrue();
    assertThat(isGiven(straight, CONDITION, "second")).isFalse();
    assertThat(straight.comesTo(CONDITION, List.of("end"))).isFalse();
  }

  @Test
  void aWayBackToTheStepThatAsksComesTooLate() {
    NameShape loop = shape("asks second gateway end", "gateway asks");

    assertThat(isGiven(loop, CONDITION, "second")).isFalse();
  }

  @Test
  void parallelWorkMayStillAsk() {
    NameShape parallel = shape("fork asks join gateway", "fork other join");

    assertThat(isGiven(parallel, CONDITION, "asks", "other")).isTrue();
    assertThat(isGiven(parallel, CONDITION, "join", "other")).isFalse();
  }

  @Test
  void aStepCanAskWhatTheConditionsBehindItRead() {
    NameShape direct = shape("gateway end");

    assertThat(direct.isGivenBefore(CONDITION, List.of("gateway"), Set.of("gateway"))).isTrue();
  }

  @Test
  void whatIsWaitedForIsNotReadAgainUnlessAWayLeadsBack() {
    assertThat(shape("timer end").comesTo(INSTANT, List.of("timer"))).isFalse();
    assertThat(isGiven(shape("timer asks timer"), INSTANT, "timer")).isTrue();
    assertThat(isGiven(shape("timer second timer"), INSTANT, "timer")).isFalse();
  }
}
