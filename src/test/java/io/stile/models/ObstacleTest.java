package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.stile.engine.CaseKey;
import io.stile.obstacle.NewObstacle;
import io.stile.obstacle.Obstacle;
import io.stile.obstacle.ObstacleKind;
import io.stile.obstacle.Obstacles;
import io.stile.promise.Promise;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.request.Requests;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What stops colleagues from serving, from the report to what comes of it. */
class ObstacleTest extends ModelStory {

  private static final String ANSWER = "UserTask_AnswerObstacle";
  private static final String WHAT = "The phone menu ends after the third choice";

  @Autowired
  Obstacles obstacles;
  @Autowired
  Requests requests;

  private Request report(ObstacleKind kind, String department, String about, String by) {
    Obstacle obstacle = unitOfWork.of(() -> obstacles.report(new NewObstacle(kind, WHAT, department, about), by));
    ModelCoverage.follow(obstacle.number());
    return requests.byNumber(obstacle.number()).orElseThrow();
  }

  private Request report() {
    return report(ObstacleKind.PHONE_MENU, null, null, "front1");
  }

  private Obstacle now(Request obstacle) {
    return obstacles.byNumber(obstacle.number().value()).orElseThrow();
  }

  private void answer(Request obstacle, String comesOfIt, Instant by) {
    Map<String, Object> answers = new HashMap<>(Map.of("comesOfIt", comesOfIt, "answer", "I spoke with the supplier"));
    if (by != null) {
      answers.put("removedBy", by.atOffset(ZoneOffset.UTC).toString());
    }
    people.complete(obstacle, ANSWER, obstacle.owner(), answers);
  }

  @Test
  void goesToWhoeverCanChangeItWhoAnswersInTime() {
    Request obstacle = report();
    ProcessInstance process = process(obstacle, "obstacle");

    assertThat(obstacle.owner()).isEqualTo("front.lead");
    assertThat(obstacle.opener()).isEqualTo("front1");
    assertThat(people.task(obstacle, ANSWER).assignee()).isEqualTo("front.lead");
    assertDates(obstacle);
    answer(obstacle, "removed", null);

    assertThat(people.now(obstacle).outcome()).isEqualTo("Obstacle removed");
    assertThat(now(obstacle).answer()).isEqualTo("I spoke with the supplier");
    assertThat(process).isEnded().hasPassedInOrder(ANSWER, "ServiceTask_TellReporters", "EndEvent_ObstacleRemoved")
        .hasNotPassed("EndEvent_ObstacleStays", "CatchEvent_TimeToLookAgain", "CallActivity_Escalate");
    assertNothingRuns(obstacle);
  }

  @Test
  void staysIfItCannotBeChangedAndSaysWhy() {
    Request obstacle = report();
    answer(obstacle, "stays", null);
    assertThat(people.now(obstacle).outcome()).isEqualTo("Obstacle stays");
    assertNothingRuns(obstacle);
  }

  @Test
  void isAskedForAgainWhenItWasToBeRemoved() {
    Request obstacle = report();
    ProcessInstance process = process(obstacle, "obstacle");
    Instant later = clock.now().plus(Duration.ofHours(5)).truncatedTo(ChronoUnit.MINUTES);
    answer(obstacle, "later", later);

    assertThat(people.steps(obstacle)).isEmpty();
    assertThat(timers.pending(new CaseKey(obstacle.number().value())))
        .filteredOn(timer -> timer.element().equals("CatchEvent_TimeToLookAgain")).singleElement()
        .satisfies(timer -> assertThat(timer.due()).isEqualTo(later));
    travelTo(later);
    assertThat(people.steps(obstacle)).containsExactly(ANSWER);
    answer(obstacle, "removed", null);
    assertThat(process).isEnded().hasPassed("CatchEvent_TimeToLookAgain", "EndEvent_ObstacleRemoved");
    assertNothingRuns(obstacle);
  }

  @Test
  void whatNobodyAnswersIsEscalatedLikeAnyOtherWork() {
    Request obstacle = report();
    ProcessInstance process = process(obstacle, "obstacle");
    letRunLate(obstacle, ANSWER);
    assertThat(told(obstacle)).contains("front.lead");
    letRunLate(obstacle, LEAD_DECIDES);
    assertThat(told(obstacle)).contains("manager");
    assertThat(people.steps(obstacle)).contains(RENEW);
    answer(obstacle, "removed", null);
    assertThat(process).isEnded().hasPassed("BoundaryEvent_AnswerObstacleLate", "CallActivity_Escalate",
        "BoundaryEvent_PromiseAtRisk", "ServiceTask_AskOwnerToRenewPromise", "EndEvent_RenewalAskedFor", "EndEvent_LateTaskDealtWith");
    assertNothingRuns(obstacle);
  }

  @Test
  void whoeverReportedItCanWithdrawIt() {
    Request obstacle = report();
    ProcessInstance process = process(obstacle, "obstacle");
    withdraw(obstacle);
    assertThat(process).isEnded().hasPassed("StartEvent_ObstacleWithdrawn", "EndEvent_NoObstacleAnyMore").hasNotPassed("EndEvent_ObstacleRemoved");
    assertThat(promise(obstacle).state()).isEqualTo(Promise.State.DROPPED);
    assertNothingRuns(obstacle);
  }

  @ParameterizedTest
  @CsvSource({"GROUP,billing,false,front1,billing.lead", "GROUP,front-office,false,front.lead,manager",
      "RULE,,true,front1,owner.phone-swap", "TOOL,,false,billing1,billing.lead", "OTHER,,false,front.lead,manager"})
  void belongsToWhoeverCanChangeItAndNeverToWhoeverReportsIt(ObstacleKind kind, String department, boolean withRequest,
      String reporter, String owner) {
    String about = withRequest ? people.phoneSwap().number().value() : null;
    assertThat(report(kind, department, about, reporter).owner()).isEqualTo(owner);
  }

  @Test
  void othersJoinItAndItsWeightIsHowManyItStopsHowOften() {
    Request obstacle = report();
    Request stopped = people.phoneSwap();
    String number = obstacle.number().value();
    unitOfWork.run(() -> obstacles.join(number, "front2", "", stopped.number().value()));
    unitOfWork.run(() -> obstacles.join(number, "front2", "Again, on line two", null));

    assertThat(now(obstacle).reporters()).isEqualTo(2);
    assertThat(now(obstacle).reports()).isEqualTo(3);
    assertThat(journal(stopped, JournalKind.OBSTACLE_REPORTED)).singleElement()
        .satisfies(entry -> assertThat(entry.details()).containsEntry("obstacle", number));
    assertThat(obstacles.reports(number, 10)).first().satisfies(last -> assertThat(last.words()).isEqualTo("Again, on line two"));
    answer(obstacle, "removed", null);
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> unitOfWork.run(() -> obstacles.join(number, "front3", "", null)))
        .withMessageContaining("not open any more: I spoke with the supplier");
  }

  @Test
  void whatManyReportAtTheSameInstantIsCountedWhole() throws Exception {
    Request obstacle = report();
    CyclicBarrier together = new CyclicBarrier(4);
    ExecutorService colleagues = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Obstacle>> joins = IntStream.range(0, 4).<Callable<Obstacle>>mapToObj(i -> () -> {
        together.await();
        return unitOfWork.of(() -> obstacles.join(obstacle.number().value(), i < 2 ? "front2" : "front3", "", null));
      }).toList();
      for (Future<Obstacle> joined : colleagues.invokeAll(joins)) {
        joined.get();
      }
    } finally {
      colleagues.shutdownNow();
    }
    assertThat(now(obstacle).reporters()).isEqualTo(3);
    assertThat(now(obstacle).reports()).isEqualTo(5);
  }

  @Test
  void whatIsLikeItIsFoundByItsWords() {
    Request obstacle = unitOfWork.of(() -> requests.byNumber(obstacles.report(new NewObstacle(ObstacleKind.TOOL,
        "The stock program shows handsets that are sold", null, null), "front1").number()).orElseThrow());
    assertThat(obstacles.openLike("handsets in the stock program are sold already", 5)).extracting(Obstacle::number)
        .contains(obstacle.number().value());
    assertThat(obstacles.openLike("xylophone", 5)).isEmpty();
    withdraw(obstacle);
  }
}
